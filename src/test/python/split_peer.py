"""Compares split=distance of propose with scikit-image on touching balls.

    pip install numpy scipy scikit-image tifffile zarr
    python src/test/python/split_peer.py make FOLDER SEED
    ./twostream propose project=FOLDER/p.twostream raw=FOLDER/balls.tif prediction=FOLDER/balls.tif \
        voxel_nm=10,10,30 target=mitochondria min_voxels=1 split=distance split_depth=DEPTH
    python src/test/python/split_peer.py compare FOLDER DEPTH NUMBER_OF_THE_ROI_SET

Groups of one to four balls of 60 to 150 nm, of which each touches one before it, in voxels of 10 x 10 x 30 nm. A group is
split right when each part covers more than half of one ball and no two the same (ball centres are 0.65 to 0.95 of the sum
of the radii apart).
"""
import sys

import numpy as np

SIZE = np.array([30.0, 10.0, 10.0])
CELL = np.array([32, 110, 110])
GRID = np.array([3, 7, 7])


def make(folder, seed):
    import tifffile
    random = np.random.default_rng(seed)
    shape = CELL * GRID
    truth = np.zeros(shape, np.int32)
    nearest = np.full(shape, np.inf)
    index = np.indices(CELL).reshape(3, -1).T * SIZE
    n = 0
    for cell in np.ndindex(*GRID):
        balls = []
        while len(balls) < 1 + (cell[0] + cell[1] + cell[2]) % 4:
            r = random.uniform(60, 150)
            if balls:
                c0, r0 = balls[random.integers(len(balls))]
                d = random.normal(size=3)
                c = c0 + d / np.linalg.norm(d) * (r + r0) * random.uniform(0.65, 0.95)
            else:
                c = CELL * SIZE / 2 + random.uniform(-50, 50, 3)
            if (c - r < SIZE).any() or (c + r > (CELL - 2) * SIZE).any():
                balls = balls if random.random() < 0.9 else []
                continue
            if any(np.linalg.norm(c - b) < 0.65 * (r + q) for b, q in balls):
                continue
            balls.append((c, r))
        part = tuple(slice(a * b, (a + 1) * b) for a, b in zip(cell, CELL))
        for c, r in balls:
            n += 1
            d = (np.linalg.norm(index - c, axis=1) / r).reshape(CELL)
            inside = (d <= 1) & (d < nearest[part])
            truth[part][inside] = n
            nearest[part][inside] = d[inside]
    tifffile.imwrite(f"{folder}/balls.tif", (truth > 0).astype(np.uint8) * 255)
    np.save(f"{folder}/truth.npy", truth)
    print(n, "balls in", np.prod(GRID), "groups")


def parts(mask, depth):
    """Watershed of the distance from the peaks of at least this dynamics, as scikit-image has them."""
    from scipy import ndimage
    from skimage.morphology import h_maxima
    from skimage.segmentation import watershed
    cube = np.ones((3, 3, 3))
    height = ndimage.distance_transform_edt(mask, sampling=SIZE)
    # h_maxima takes a peak whose dynamics are the depth for none
    markers, _ = ndimage.label(h_maxima(height, depth * (1 - 1e-6), footprint=cube) * mask, cube)
    return watershed(-height, markers, connectivity=cube, mask=mask)


def right(truth, found, groups):
    """Groups that are split into their balls."""
    good = 0
    for g in range(1, groups.max() + 1):
        inside = groups == g
        t, f = truth[inside], found[inside]
        balls = np.unique(t)
        best = [np.bincount(f[t == b]).argmax() for b in balls]
        half = [2 * (f[t == b] == p).sum() > (t == b).sum() for b, p in zip(balls, best)]
        good += all(half) and len(set(best)) == len(balls) == len(np.unique(f))
    return good


def compare(folder, depth, rois):
    import zarr
    from scipy import ndimage
    truth = np.load(f"{folder}/truth.npy")
    mask = truth > 0
    groups, n = ndimage.label(mask, np.ones((3, 3, 3)))
    ours = zarr.open(f"{folder}/p.twostream/rois/{rois}/labels.zarr", mode="r")
    ours = np.asarray(ours["0"] if hasattr(ours, "keys") else ours).astype(np.int64)
    assert ((ours > 0) == mask).all()
    theirs = parts(mask, depth).astype(np.int64)
    pairs, both = np.unique(ours[mask] * 10**6 + theirs[mask], return_counts=True)
    best = {}
    for a, voxels in zip(pairs // 10**6, both):
        best[a] = max(best.get(a, 0), voxels)
    print(f"depth {depth}: {n} groups, parts: ours {len(np.unique(ours)) - 1}, scikit-image {len(np.unique(theirs)) - 1}, "
          f"true {truth.max()}; voxels in matching parts {sum(best.values()) / mask.sum():.5f}")
    print("groups split right: ours", right(truth, ours, groups), "scikit-image", right(truth, theirs, groups),
          "unsplit", right(truth, groups, groups), "of", n)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        compare(sys.argv[2], float(sys.argv[3]), sys.argv[4])
