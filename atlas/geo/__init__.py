"""Where things lie: boxes, frames and distances in degrees, on both sides of the antimeridian."""
