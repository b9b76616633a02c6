//! Transformations of the plane, as PDF writes them: six numbers.

/// Maps (x, y) to (a x + c y + e, b x + d y + f).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    pub(super) a: f32,
    pub(super) b: f32,
    pub(super) c: f32,
    pub(super) d: f32,
    pub(super) e: f32,
    pub(super) f: f32,
}

impl Matrix {
    pub(super) const IDENTITY: Self = Self::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) const fn new(n: [f32; 6]) -> Self {
        Self { a: n[0], b: n[1], c: n[2], d: n[3], e: n[4], f: n[5] }
    }

    pub(super) fn from_f64(numbers: [f64; 6]) -> Self {
        Self::new(numbers.map(|number| number as f32))
    }

    pub(super) const fn shift(x: f32, y: f32) -> Self {
        Self::new([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transformation first, then `outer`.
    pub(super) fn then(self, outer: Self) -> Self {
        let right = outer.direction(self.a, self.b);
        let up = outer.direction(self.c, self.d);
        let origin = outer.point(self.e, self.f);
        Self { a: right.0, b: right.1, c: up.0, d: up.1, e: origin.0, f: origin.1 }
    }

    pub(super) fn point(self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = self.direction(x, y);
        (dx + self.e, dy + self.f)
    }

    pub(super) fn direction(self, x: f32, y: f32) -> (f32, f32) {
        (self.a * x + self.c * y, self.b * x + self.d * y)
    }
}
