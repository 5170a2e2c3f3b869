//! Transcendental functions that give the same bits on every platform.

/// Natural logarithm; the same bits natively and in WebAssembly, which `f64::ln` does not promise.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}
