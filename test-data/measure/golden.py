"""Makes golden.json: metrics of two synthetic volumes by scipy and scikit-image.

python3 -m venv venv && venv/bin/pip install numpy scipy scikit-image
venv/bin/python test-data/measure/golden.py

The volumes are spheres with whole-number coordinates, so that PeerMetricsTest
draws exactly the same ones. Arrays are (z, y, x), voxels 40 x 4 x 4 nm.
"""
import json
import pathlib

import numpy as np
import scipy
import skimage
from scipy.ndimage import distance_transform_edt
from skimage.metrics import contingency_table

SHAPE = (24, 90, 110)
rng = np.random.default_rng(20200823)


def spheres(n):
    """(x, y, z, radius in px), z counts ten-fold as the voxels are 10:1."""
    return [[int(rng.integers(0, SHAPE[2])), int(rng.integers(0, SHAPE[1])),
             int(rng.integers(0, SHAPE[0])), int(rng.integers(6, 16))]
            for _ in range(n)]


def draw(items):
    """labels 1.. (later over earlier) and probability 0..255."""
    z, y, x = np.indices(SHAPE)
    labels = np.zeros(SHAPE, np.int64)
    probability = np.zeros(SHAPE, np.int64)
    for i, (cx, cy, cz, r) in enumerate(items):
        d2 = (x - cx) ** 2 + (y - cy) ** 2 + 100 * (z - cz) ** 2
        labels[d2 <= r * r] = i + 1
        probability = np.maximum(probability, 255 - (255 * d2) // (2 * r * r))
    return labels, probability


truth_items = spheres(14)
# Most are moved a little, some are lost, some are new.
prediction_items = [[x + int(rng.integers(-4, 5)), y + int(rng.integers(-4, 5)),
                     z, r + int(rng.integers(-1, 3))]
                    for x, y, z, r in truth_items[:10]] + spheres(4)
truth, _ = draw(truth_items)
rois, probability = draw(prediction_items)

sampling = (40, 4, 4)
to_truth = distance_transform_edt(truth == 0, sampling=sampling)
to_rois = distance_transform_edt(rois == 0, sampling=sampling)
result = {
    "made_by": f"scipy {scipy.__version__}, scikit-image {skimage.__version__}",
    "shape_xyz": SHAPE[::-1], "voxel_nm_xyz": sampling[::-1],
    "truth": truth_items, "prediction": prediction_items,
    "adgt": to_truth[rois > 0].mean(), "adf": to_rois[truth > 0].mean(),
    "predicted_far": int((to_truth[rois > 0] > 200).sum()),
    "true_far": int((to_rois[truth > 0] > 200).sum()),
}

for name, threshold in (("voxels_0.5", 0.5), ("voxels_0.8", 0.8)):
    p, t = probability / 255 >= threshold, truth > 0
    fg = (p & t).sum() / (p | t).sum()
    bg = (~p & ~t).sum() / (~p | ~t).sum()
    result[name] = {"iou": fg, "voc": (fg + bg) / 2,
                    "precision": (p & t).sum() / p.sum(),
                    "recall": (p & t).sum() / t.sum()}

table = contingency_table(rois, truth).toarray()
both = table[1:, 1:]
either = (table.sum(1)[1:, None] + table.sum(0)[None, 1:]) - both
iou = np.divide(both, either, out=np.zeros(both.shape), where=either > 0)
result["instances"] = {
    "rois": int((table.sum(1)[1:] > 0).sum()),
    "truths": int((table.sum(0)[1:] > 0).sum()),
    "matched": int((iou > 0.5).sum()), "mean_iou": iou[iou > 0.5].mean(),
    "touched": int((both.sum(0) > 0).sum())}

out = pathlib.Path(__file__).with_name("golden.json")
out.write_text(json.dumps(result, indent=1, default=float) + "\n")
