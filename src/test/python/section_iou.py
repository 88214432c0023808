"""IoU, precision and recall of a prediction, section by section.

    python src/test/python/section_iou.py PREDICTION.zarr LABELS.tif THRESHOLD [FIRST]

PREDICTION is what predict writes, LABELS a TIFF, 0 = background, whose section FIRST (0) is the prediction's first; THRESHOLD
0..1. Prints whole sections and, behind the slash, their rows above the lowest 15 %, which train holds out of few sections.
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


def main(prediction, labels, threshold, first=0):
    group = zarr.open(prediction, mode="r")
    found = numpy.asarray(group["0"]).squeeze() >= math.ceil(float(threshold) * 255 - 1e-9)
    truth = tifffile.imread(labels)[int(first):][:len(found)] != 0
    rows = truth.shape[1] - round(0.15 * truth.shape[1])
    for z in [*range(len(truth)), slice(None)]:
        whole = scores(found[z], truth[z])
        above = scores(found[z][..., :rows, :], truth[z][..., :rows, :])
        name = "all" if isinstance(z, slice) else z
        print(name, *(f"{w:.3f}/{a:.3f}" for w, a in zip(whole, above)), sep="\t")


main(*sys.argv[1:])
