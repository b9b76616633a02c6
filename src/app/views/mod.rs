//! One module for each page of the application. A view gets the open report and reads its place and parameters from the shared state.

mod about;
pub mod audit;
pub mod charts;
pub mod compare;
mod corrections;
pub mod data;
mod missing;
mod overview;
mod region;
mod report_text;
mod start;

pub use about::About;
pub use audit::Audit;
pub use charts::Charts;
pub use compare::Compare;
pub use corrections::Corrections;
pub use data::Data;
pub use missing::Missing;
pub use overview::Overview;
pub use region::Region;
pub use report_text::ReportText;
pub use start::Start;
