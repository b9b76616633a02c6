// The views of the page, for whatever looks at each of them: screenshots, accessibility checks.
//
// `address` follows the site's address; `prepare`, where given, brings the page into the state to look at and waits for it.

export const VIEWS = [{ name: "start", address: "" }];
