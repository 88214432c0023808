"""How much of a loop's label accuracy is the draw of its clustering.

python cluster_draws.py PROJECT N M Q [STARTS]

Two rounds of N x M x Q queries on the embeddings of encoders 001 and 002 of a
sample project that ran the loop, answered from its truth, with scikit-learn's
k-means from other starts. Needs numpy, zarr 2 and scikit-learn.
"""
import csv
import sys

import numpy as np
import zarr
from sklearn.cluster import KMeans

project = sys.argv[1]
N, M, Q = (int(v) for v in sys.argv[2:5])
starts = int(sys.argv[5]) if len(sys.argv) > 5 else 30


def volume(path):
    a = zarr.open(f"{project}/{path}", mode="r")
    while not hasattr(a, "shape"):
        a = a[list(a.keys())[0]]
    return a[:].reshape(a.shape[-3:])


def embedding(encoders, stream):
    return zarr.open(f"{project}/encoders/{encoders}/embedding.zarr/{stream}",
                     mode="r")[:]


def truth():
    objects, labels = volume("sample/truth.zarr"), volume("rois/001/labels.zarr")
    with open(f"{project}/rois/001/rois.tsv") as file:
        rows = list(csv.reader((r for r in file if r[0] != "#"), delimiter="\t"))
    found = []
    for row in rows[1:]:
        x0, y0, z0, x1, y1, z1 = (int(v) for v in row[1:7])
        box = np.s_[z0:z1, y0:y1, x0:x1]
        inside = objects[box]
        count = np.bincount(inside[labels[box] == int(row[0])])
        count[0] = 0
        best = count.argmax()
        found.append(count[best] > 0.5 * (inside == best).sum())
    return np.array(found)


def groups(points, k, seed):
    fit = KMeans(min(k, len(points)), n_init=5, random_state=seed).fit(points)
    return fit.labels_, fit.cluster_centers_


y = truth()
mask = embedding("001", "mask")
images = embedding("001", "image"), embedding("002", "image")


def rounds(seed, keep):
    answers, result = {}, []
    for r, image in enumerate(images):
        clusters = []
        first, _ = groups(mask, N, 10 * seed + (0 if keep else r))
        for i in range(N):
            members = np.where(first == i)[0]
            second, _ = groups(image[members], M, seed)
            clusters += [members[second == j] for j in range(second.max() + 1)]
        for c in clusters:
            free = np.array([m for m in c if m not in answers])
            if len(free) == 0:
                continue
            third, centres = groups(image[free], Q, seed)
            for q, centre in enumerate(centres):
                members = free[third == q]
                distance = ((image[members] - centre) ** 2).sum(1)
                roi = members[distance.argmin()]
                answers[roi] = y[roi]
        said = np.ones(len(y), bool)
        for c in clusters:
            votes = [answers[m] for m in c if m in answers]
            said[c] = 2 * sum(votes) >= len(votes)
        for roi, answer in answers.items():
            said[roi] = answer
        result += [(said == y).mean(), len(answers)]
    return result


print(f"{len(y)} ROIs, {y.mean():.3f} true")
for keep in True, False:
    all_ = np.array([rounds(s, keep) for s in range(starts)])
    print("mask clusters kept:" if keep else "new mask clusters: ",
          "accuracy %.3f after %.0f, %.3f after %.0f answers;" % tuple(
              all_.mean(0)), "standard deviation %.3f, %.3f" % tuple(
                  all_.std(0)[[0, 2]]))
