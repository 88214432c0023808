"""Opens what export wrote with other programs and compares it with the ROI set.

    pip install numpy trimesh zarr tensorstore neuroglancer
    python src/test/python/export_check.py PROJECT ROI_SET meshes NUMBER_OF_THE_EXPORT
    python src/test/python/export_check.py PROJECT ROI_SET ome-zarr NUMBER_OF_THE_EXPORT
    python src/test/python/export_check.py PROJECT ROI_SET neuroglancer NUMBER_OF_THE_EXPORT

Meshes must be closed, each edge in two triangles (corners that lie at one place are not joined), and hold the volume of the voxels but for what thinning out and the
slanted sides of marching cubes take off; each resolution of the labels must be the first voxels of the full one.
"""
import csv
import json
import os
import sys

import numpy as np

project, rois, kind, number = sys.argv[1:5]
folder = os.path.join(project, "export", number)


def table():
    with open(os.path.join(project, "rois", rois, "rois.tsv")) as lines:
        lines = list(lines)
    size = [float(v) for line in lines if line.startswith("# voxel_nm") for v in line.split()[2].split(",")]
    return size, list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def meshes():
    import trimesh
    size, rows = table()
    closed, triangles, ratios, outside = 0, 0, [], 0
    for row in rows:
        mesh = trimesh.load(os.path.join(folder, row["id"] + ".ply"), process=False)
        closed += mesh.is_watertight and mesh.is_winding_consistent and mesh.volume > 0
        triangles += len(mesh.faces)
        ratios.append(mesh.volume / (float(row["voxels"]) * np.prod(size)))
        low = np.array([int(row[a + "_min_px"]) for a in "xyz"]) * size
        high = np.array([int(row[a + "_max_px"]) for a in "xyz"]) * size
        outside += (mesh.bounds[0] < low - max(size) / 2).any() or (mesh.bounds[1] > high + max(size) / 2).any()
    print(f"{len(rows)} meshes, {triangles} triangles, {closed} closed and turned outward, {outside} farther beyond their box than half a voxel's longest edge")
    print("volume / volume of the voxels: min, 10 %, median, 90 %, max",
          np.round(np.percentile(ratios, [0, 10, 50, 90, 100]), 3),
          "all together", round(float(np.average(ratios, weights=[int(r["voxels"]) for r in rows])), 3))
    assert closed == len(rows) and outside == 0


def ome_zarr():
    import tensorstore
    import zarr
    group = zarr.open(os.path.join(folder, "labels.zarr"), mode="r")
    scales = group.attrs["multiscales"][0]
    original = zarr.open(os.path.join(project, "rois", rois, "labels.zarr"), mode="r")
    original = np.asarray(original["0"] if hasattr(original, "keys") else original)
    first = scales["datasets"][0]["coordinateTransformations"][0]["scale"]
    for level in scales["datasets"]:
        data = np.asarray(group[level["path"]])
        ts = tensorstore.open({"driver": "zarr", "kvstore": {"driver": "file", "path": os.path.join(
            folder, "labels.zarr", level["path"])}}).result()
        factor = [round(b / a) for a, b in zip(first, level["coordinateTransformations"][0]["scale"])]
        assert (ts.read().result() == data).all()
        assert (data == original[::factor[0], ::factor[1], ::factor[2]]).all(), level
        print(level["path"], data.shape, data.dtype, "factors (z, y, x)", factor, "ids", len(np.unique(data)) - 1)
    print("axes", [a["name"] + " " + a.get("unit", "") for a in scales["axes"]], "version", scales["version"])


def neuroglancer_state():
    import neuroglancer
    with open(os.path.join(folder, "state.json")) as text:
        state = neuroglancer.ViewerState(json.load(text))
    print("dimensions", state.dimensions.to_json())
    for layer in state.layers:
        print("layer", layer.name, layer.type, len(getattr(layer, "annotations", [])), "annotations")
    assert neuroglancer.ViewerState(state.to_json()).to_json() == state.to_json()


{"meshes": meshes, "ome-zarr": ome_zarr, "neuroglancer": neuroglancer_state}[kind]()
