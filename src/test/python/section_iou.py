"""IoU, precision and recall of a prediction, section by section and tile by tile.

    python src/test/python/section_iou.py PREDICTION.zarr LABELS.tif THRESHOLD [FIRST [TILE]]

PREDICTION is what predict writes, LABELS a TIFF, 0 = background, whose section FIRST (0) is the prediction's first; THRESHOLD
0..1. Prints whole sections and, behind the slash, their rows above the lowest 15 %, which train holds out of few sections; then
for squares of TILE pixels (256) their IoU, their share of what is taken wrongly and their share of the objects.
Needs numpy, tifffile and zarr.
"""
import math
import sys

import numpy
import tifffile
import zarr


def scores(found, truth):
    both = (found & truth).sum()
    return both / max(1, (found | truth).sum()), both / max(1, found.sum()), both / max(1, truth.sum())


def main(prediction, labels, threshold, first=0, tile=256):
    group = zarr.open(prediction, mode="r")
    found = numpy.asarray(group["0"]).squeeze() >= math.ceil(float(threshold) * 255 - 1e-9)
    truth = tifffile.imread(labels)[int(first):][:len(found)] != 0
    rows = truth.shape[1] - round(0.15 * truth.shape[1])
    for z in [*range(len(truth)), slice(None)]:
        whole = scores(found[z], truth[z])
        above = scores(found[z][..., :rows, :], truth[z][..., :rows, :])
        name = "all" if isinstance(z, slice) else z
        print(name, *(f"{w:.3f}/{a:.3f}" for w, a in zip(whole, above)), sep="\t")
    wrong, size = found & ~truth, int(tile)
    for y in range(0, truth.shape[1], size):
        for x in range(0, truth.shape[2], size):
            part = numpy.s_[:, y:y + size, x:x + size]
            print(f"tile {x},{y}", f"{scores(found[part], truth[part])[0]:.2f}", f"{wrong[part].sum() / max(1, wrong.sum()):.2f}",
                  f"{truth[part].sum() / max(1, truth.sum()):.2f}", sep="\t")


main(*sys.argv[1:])
