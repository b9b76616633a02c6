//! A chart as a picture of pixels: the SVG drawn on a canvas of the page, at twice its size.

use crate::app::browser;
use crate::app::save::offer_blob;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Pixels of the picture for each pixel of the chart.
const SCALE: f64 = 2.0;

/// Saves an SVG of a size as PNG under a name; calls `done` with whether it worked.
pub(super) fn save_png(svg: &str, (width, height): (f64, f64), name: String, done: impl Fn(bool) + 'static) {
    if start(svg, (width, height), name, done).is_err() {
        warn();
    }
}

fn warn() {
    web_sys::console::warn_1(&JsValue::from_str("the browser made no picture of the chart"));
}

fn start(svg: &str, size: (f64, f64), name: String, done: impl Fn(bool) + 'static) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from_str(svg)), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    let loaded = image.clone();
    let source = url.clone();
    let on_load = Closure::once_into_js(move || {
        if draw(&loaded, size).and_then(|canvas| save(&canvas, name, done)).is_err() {
            warn();
        }
        let _ = Url::revoke_object_url(&source);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&url);
    Ok(())
}

fn draw(image: &HtmlImageElement, (width, height): (f64, f64)) -> Result<HtmlCanvasElement, JsValue> {
    let document = browser::document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * SCALE).round() as u32);
    canvas.set_height((height * SCALE).round() as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width * SCALE, height * SCALE)?;
    Ok(canvas)
}

fn save(canvas: &HtmlCanvasElement, name: String, done: impl Fn(bool) + 'static) -> Result<(), JsValue> {
    let on_blob = Closure::once_into_js(move |blob: JsValue| {
        let Ok(blob) = blob.dyn_into::<Blob>() else { return };
        done(offer_blob(&name, &blob).is_ok());
    });
    canvas.to_blob_with_type(on_blob.unchecked_ref(), "image/png")
}
