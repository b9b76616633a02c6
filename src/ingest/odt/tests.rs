use super::*;
use crate::export::zip;

const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#;

fn document(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

fn read(styles: &str, body: &str) -> String {
    to_text(&document(styles, body)).unwrap()
}

#[test]
fn headings_paragraphs_lists_and_tables() {
    let body = "<text:h text:outline-level=\"2\">Kenya</text:h><text:p>Cases<text:s text:c=\"3\"/>fell by 3<text:span>5%</text:span>.</text:p>\
        <text:list><text:list-item><text:p>12 wells</text:p></text:list-item><text:list-item><text:p>3 mills</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Wells</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>\
        <text:p>A<text:tab/>1<text:line-break/>B</text:p>";
    assert_eq!(read("", body), "## Kenya\n\nCases fell by 35%.\n\n- 12 wells\n- 3 mills\n\nWells | 12\n\nA\t1\nB\n");
}

#[test]
fn what_a_reader_does_not_see_is_left_out() {
    let styles = "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>";
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>400</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>It dug 12<office:annotation><text:p>Really?</text:p></office:annotation><text:span text:style-name=\"T1\">,000</text:span> wells.</text:p>\
        <text:section text:display=\"none\"><text:p>Draft</text:p></text:section>";
    assert_eq!(read(styles, body), "It dug 12 wells.\n");
}

#[test]
fn notes_and_boxes_stand_behind_the_paragraph_and_marks_join_no_figure() {
    let styles = "<style:style style:name=\"T2\"><style:text-properties style:text-position=\"super 58%\"/></style:style>";
    let body = "<text:p>It rose by 35%<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 2009.</text:p></text:note-body></text:note> \
        on 40 km<text:span text:style-name=\"T2\">2</text:span> with 1,234<text:span text:style-name=\"T2\">2</text:span> \
        wells<draw:frame><draw:text-box><text:p>A box of 7</text:p></draw:text-box></draw:frame>.</text:p><text:p>Next.</text:p>";
    assert_eq!(read(styles, body), "It rose by 35% on 40 km² with 1,234 wells.\n\nSince 2009.\n\nA box of 7\n\nNext.\n");
}

#[test]
fn an_encrypted_document_is_told_so() {
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let bytes = zip(&[("content.xml", b"\x01\x02"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(to_text(&bytes), Err(ReadError::Locked));
}
