"""Makes test-data/segment/augmentation.tsv: what scipy makes of small planes.

    pip install numpy scipy
    python src/test/python/augmentation_golden.py test-data/segment/augmentation.tsv

Each line: a name and the values, x fastest. The planes are 41 columns x 37 rows of
g(x, y) = (73 x + 151 y + 31 x y) % 256, and AugmentationGoldenTest makes the same ones.
"""
import sys

import numpy as np
from scipy import ndimage

X, Y = 41, 37
y, x = np.meshgrid(np.arange(Y), np.arange(X), indexing="ij")
plane = ((73 * x + 151 * y + 31 * x * y) % 256).astype(np.float64)
lines = []


def put(name, values, digits=6):
    lines.append(name + "\t" + "\t".join(f"{v:.{digits}g}" for v in np.ravel(values)))


def looked_up(name, v, u):
    """Bilinear and nearest at rows v and columns u, which lie inside."""
    put(name, ndimage.map_coordinates(plane, [v, u], order=1))
    put(name + " nearest", ndimage.map_coordinates(plane, [v, u], order=0))


# The Gaussian of the elastic field, and of labels.
put("gauss 4", ndimage.gaussian_filter(plane, 4, mode="nearest", truncate=4))
put("gauss 2", ndimage.gaussian_filter(plane, 2, mode="nearest", truncate=4))

# Windows of 20 x 20 whose corner is at column 10, row 8.
v, u = np.meshgrid(np.arange(20.0), np.arange(20.0), indexing="ij")
dx = 3 * np.sin(u / 5 + v / 7)
dy = 2 * np.cos(u / 4 - v / 6)
looked_up("elastic", 8 + v + dy, 10 + u + dx)
scaled = ndimage.affine_transform(plane[8:28, 10:30], [1 / 1.25, 1 / 1.1], [
    9.5 - 9.5 / 1.25, 9.5 - 9.5 / 1.1], order=1)
put("rescale", scaled)
looked_up("rescale down", 8 + 9.5 + (v - 9.5) / 0.83, 10 + 9.5 + (u - 9.5) / 0.97)
a = 0.21
looked_up("turn", 8 + 9.5 + np.sin(a) * (u - 9.5) + np.cos(a) * (v - 9.5),
          10 + 9.5 + np.cos(a) * (u - 9.5) - np.sin(a) * (v - 9.5))

# Labels: a disc, a thin line and a square, smoothed twice as in the code of 2020.
mask = ((x - 14) ** 2 + (y - 15) ** 2 < 90) | (x == 33) | ((x > 24) & (x < 31) & (y > 22))
for _ in range(2):
    mask = ndimage.gaussian_filter(mask.astype(np.float64), 2, mode="nearest", truncate=4) > 0.5
put("smooth", mask)

with open(sys.argv[1], "w") as out:
    out.write("\n".join(lines) + "\n")
