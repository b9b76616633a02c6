//! What worker and JavaScript API share of the browser.

use web_sys::{TextDecoder, TextDecoderOptions};

/// Decodes an old encoding with the browser's decoder; `None` where it does not know the encoding or the bytes do not fit it.
pub(crate) fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(label, &options).ok()?.decode_with_u8_array(bytes).ok()
}
