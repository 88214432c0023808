"""Reads with other libraries what VolumeSamples wrote.

    java -cp ... org.twostream.volume.VolumeSamples FOLDER
    python src/test/python/volume_check.py FOLDER

Uses whatever of zarr (2 or 3), tensorstore, ome_zarr and tifffile is
installed, prints what each of them read and ends with 1 at a difference.
"""
import collections
import importlib.metadata
import json
import pathlib
import sys

import numpy as np

FOLDER = pathlib.Path(sys.argv[1])
X, Y, Z = 100, 70, 40
NM = (40.0, 5.0, 4.5)

z, y, x = np.meshgrid(np.arange(Z), np.arange(Y), np.arange(X), indexing="ij")
VOXELS = (7 * x + 13 * y + 29 * z + x * y % 5) % 256
CHANNELS = np.stack([VOXELS, (VOXELS + 1) % 256])

read = collections.Counter()
wrong = []


def check(reader, path, data):
    data = np.asarray(data)
    expected = CHANNELS if data.ndim == 4 else VOXELS
    dtype = np.dtype(str(path.name).split("-")[-1].split(".")[0])
    kind = path.name.rsplit("-", 1)[0]
    if data.shape == expected.shape and data.dtype == dtype and (
            data == expected.astype(dtype)).all():
        read[(reader, kind)] += 1
    else:
        wrong.append((reader, path.name, data.shape, data.dtype))


def version(name):
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        return ""


stores = sorted(FOLDER.glob("*-*.zarr")) + sorted(FOLDER.glob("*-*.n5"))

if version("zarr"):
    import zarr
    old = zarr.__version__.startswith("2")
    name = version("zarr")
    for path in stores:
        if path.suffix == ".n5":
            if not old or "zlib" in path.name:
                continue
            data = zarr.open(zarr.N5Store(str(path)), mode="r")["0"][...]
            if data.ndim == 4 and data.shape[0] != 2:
                data = data.transpose()
        elif old and path.name.startswith("zarr3"):
            continue
        else:
            group = zarr.open_group(str(path), mode="r")
            attributes = dict(group.attrs)
            image = attributes.get("ome", attributes)["multiscales"][0]
            axes = [a["name"] for a in image["axes"]]
            scale = image["datasets"][0]["coordinateTransformations"][0]["scale"]
            if tuple(scale[-3:]) != NM or "".join(axes[-3:]) != "zyx":
                wrong.append((name, path.name, axes, scale))
            data = group[image["datasets"][0]["path"]][...]
        check(name, path, data)
    rows = zarr.open_array(str(FOLDER / "embedding.zarr"), mode="r")[...]
    if (rows.ravel() == np.arange(1000) / 8).all() and rows.shape == (50, 20):
        read[(name, "embedding")] += 1
    else:
        wrong.append((name, "embedding.zarr"))

if version("tensorstore"):
    import tensorstore as ts
    for path in stores:
        driver = ("n5" if path.suffix == ".n5" else
                  "zarr3" if path.name.startswith("zarr3") else "zarr")
        if driver == "n5" and "zlib" in path.name:
            continue
        data = ts.open({"driver": driver, "kvstore": {
            "driver": "file", "path": str(path / "0")}}).result().read().result()
        if driver == "n5":
            data = data.transpose()
        check(version("tensorstore"), path, data)

if version("ome-zarr"):
    from ome_zarr.io import parse_url
    from ome_zarr.reader import Reader
    for path in stores:
        if path.name.startswith("zarr2"):
            node = next(iter(Reader(parse_url(str(path)))()))
            check(version("ome-zarr"), path, node.data[0].compute())

if version("tifffile"):
    import tifffile
    for path in sorted(FOLDER.glob("*.tif")):
        with tifffile.TiffFile(path) as f:
            meta = f.imagej_metadata
            if meta["spacing"] != 40 or meta["unit"] != "nm":
                wrong.append(("tifffile", path.name, meta))
            check(version("tifffile"), path, f.asarray())

for (reader, kind), n in sorted(read.items()):
    print(f"{reader:24} {kind:16} {n} volumes")
for w in wrong:
    print("WRONG", *w)
print(sum(read.values()), "read,", len(wrong), "wrong")
sys.exit(1 if wrong or not read else 0)
