"""Makes test-data/volume: small volumes written by other programs' libraries.

    pip install "zarr>=3" tensorstore h5py tifffile imagecodecs numpy
    python src/test/python/volume_golden.py test-data/volume

Every volume is 23 x 17 x 7 voxels (x, y, z) of 4.5 x 5 x 40 nm and holds
(7 x + 13 y + 29 z + x y % 5) % 256, times a factor where the name says so.
"""
import json
import pathlib
import shutil
import sys

import h5py
import numpy as np
import tensorstore as ts
import tifffile
import zarr
import zarr.codecs as zc
import numcodecs

OUT = pathlib.Path(sys.argv[1])
X, Y, Z = 23, 17, 7
NM = (40.0, 5.0, 4.5)
CHUNK = (4, 8, 16)

z, y, x = np.meshgrid(np.arange(Z), np.arange(Y), np.arange(X), indexing="ij")
VOXELS = ((7 * x + 13 * y + 29 * z + x * y % 5) % 256).astype(np.uint8)


def fresh(name):
    path = OUT / name
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    return str(path)


def ome(axes, scale, version="0.4"):
    kinds = {"c": "channel", "t": "time"}
    names = []
    for a in axes:
        axis = {"name": a, "type": kinds.get(a, "space")}
        if a in "xyz":
            axis["unit"] = "nanometer"
        names.append(axis)
    return [{
        "version": version, "name": "golden", "axes": names,
        "datasets": [{"path": "s0", "coordinateTransformations":
                      [{"type": "scale", "scale": list(scale)}]}],
    }]


def zarr2(name, data, axes="zyx", **options):
    group = zarr.open_group(fresh(name), mode="w", zarr_format=2)
    chunks = (1,) * (data.ndim - 3) + CHUNK
    array = group.create_array("s0", shape=data.shape, dtype=data.dtype,
                               chunks=chunks, **options)
    array[...] = data
    group.attrs["multiscales"] = ome(axes, (1.0,) * (data.ndim - 3) + NM)


def zarr3(name, data, **options):
    group = zarr.open_group(fresh(name), mode="w", zarr_format=3)
    array = group.create_array("s0", shape=data.shape, dtype=data.dtype,
                               chunks=CHUNK, **options)
    array[...] = data
    group.attrs["ome"] = {"version": "0.5",
                          "multiscales": ome("zyx", NM, "0.5")}


def n5(name, data, compression):
    path = fresh(name)
    store = ts.open({
        "driver": "n5", "kvstore": {"driver": "file", "path": path + "/raw"},
        "metadata": {
            "dimensions": [X, Y, Z], "blockSize": list(CHUNK[::-1]),
            "dataType": str(data.dtype), "compression": compression},
        "create": True, "delete_existing": True}).result()
    store[...] = data.transpose(2, 1, 0)
    attributes = pathlib.Path(path, "raw", "attributes.json")
    values = json.loads(attributes.read_text())
    values["pixelResolution"] = {"dimensions": list(NM[::-1]), "unit": "nm"}
    attributes.write_text(json.dumps(values))
    pathlib.Path(path, "attributes.json").write_text('{"n5": "2.0.0"}')


def tiff(name, data, **options):
    description = "ImageJ=1.54f\nimages=7\nslices=7\nunit=nm\nspacing=40.0\n"
    with tifffile.TiffWriter(fresh(name), bigtiff=options.pop("bigtiff", False),
                             byteorder=options.pop("byteorder", "<")) as out:
        for i, page in enumerate(data):
            out.write(page, photometric=options.get("photometric", "minisblack"),
                      description=description if i == 0 else None,
                      resolution=(1 / 4.5, 1 / 5.0), resolutionunit="NONE",
                      metadata=None, contiguous=False,
                      **{k: v for k, v in options.items()
                         if k != "photometric"})


wide = VOXELS.astype(np.uint16) * 257
ids = VOXELS.astype(np.uint64) << np.uint64(40)
real = VOXELS.astype(np.float32)

zarr2("v2-zstd.zarr", VOXELS, compressors=numcodecs.Zstd(3))
zarr2("v2-blosc.zarr", wide, compressors=numcodecs.Blosc(
    "lz4", 5, numcodecs.Blosc.SHUFFLE))
zarr2("v2-blosc-zstd.zarr", ids, compressors=numcodecs.Blosc(
    "zstd", 3, numcodecs.Blosc.BITSHUFFLE))
zarr2("v2-gzip-f.zarr", wide, compressors=numcodecs.GZip(5), order="F",
      chunk_key_encoding={"name": "v2", "separator": "/"})
zarr2("v2-zlib-big-endian.zarr", wide.astype(">u2"),
      compressors=numcodecs.Zlib(5))
zarr2("v2-lz4.zarr", VOXELS, compressors=numcodecs.LZ4())
zarr2("v2-bz2.zarr", VOXELS, compressors=numcodecs.BZ2(1))
zarr2("v2-raw-5d.zarr", VOXELS[None, None].astype(np.int16), axes="tczyx",
      compressors=None)
zarr2("v2-double.zarr", VOXELS.astype(np.float64),
      compressors=numcodecs.Zstd(3))
zarr3("v3-zstd.zarr", VOXELS, compressors=zc.ZstdCodec(level=3))
zarr3("v3-blosc.zarr", ids, compressors=zc.BloscCodec(
    cname="zstd", clevel=3, shuffle="shuffle"))
zarr3("v3-gzip-transposed.zarr", wide, filters=[zc.TransposeCodec(
    order=(2, 0, 1))], compressors=zc.GzipCodec(level=5),
    serializer=zc.BytesCodec(endian="big"))
zarr3("v3-sharded.zarr", wide, shards=(8, 16, 32),
      compressors=[zc.ZstdCodec(level=3), zc.Crc32cCodec()])
n5("gzip.n5", VOXELS, {"type": "gzip", "level": 5})
n5("zstd.n5", wide, {"type": "zstd", "level": 3})
n5("blosc.n5", ids, {"type": "blosc", "cname": "lz4", "clevel": 5,
                     "shuffle": 1})
n5("bzip2.n5", VOXELS, {"type": "bzip2", "blockSize": 1})
n5("raw.n5", real, {"type": "raw"})

with h5py.File(fresh("cremi.h5"), "w") as f:
    raw = f.create_dataset("volumes/raw", data=VOXELS, chunks=CHUNK,
                           compression="gzip")
    raw.attrs["resolution"] = NM
    labels = ids.copy()
    labels[ids == 0] = np.uint64(0xffffffffffffffff)
    clefts = f.create_dataset("volumes/labels/clefts", data=labels,
                              chunks=CHUNK, compression="gzip", shuffle=True)
    clefts.attrs["resolution"] = NM
    flat = f.create_dataset("contiguous", data=wide)
    flat.attrs["element_size_um"] = tuple(v / 1000 for v in NM)
    four = f.create_dataset("channels", data=np.stack([VOXELS, VOXELS + 1]),
                            chunks=(1,) + CHUNK)
    four.attrs["resolution"] = NM
    f.create_dataset("real", data=real.astype(">f4"), chunks=CHUNK,
                     fletcher32=True, compression="gzip").attrs[
        "resolution"] = NM
    sparse = f.create_dataset("sparse", shape=VOXELS.shape, dtype="u1",
                              chunks=CHUNK, compression="gzip")
    sparse[4:, :, :] = VOXELS[4:]
    noise = np.random.default_rng(1).integers(0, 256, (4, 8, 16), np.uint8)
    f.create_dataset("noise", data=noise, chunks=(4, 8, 16), compression="lzf")
    f.create_dataset("noise_plain", data=noise)
    f.create_dataset("table", data=np.arange(5))

tiff("lzw-8.tif", VOXELS, compression="lzw", rowsperstrip=5)
tiff("lzw-16-predictor.tif", wide, compression="lzw", predictor=2,
     rowsperstrip=17)
tiff("deflate-8.tif", VOXELS, compression="zlib", rowsperstrip=17)
tiff("deflate-16-tiled.tif", wide, compression="zlib", predictor=2,
     tile=(16, 16))
tiff("packbits-8.tif", VOXELS // 64, compression="packbits", rowsperstrip=4)
tiff("raw-16-big-endian.tif", wide, byteorder=">", rowsperstrip=3)
tiff("lzw-16-big-endian.tif", wide, byteorder=">", compression="lzw",
     predictor=2, rowsperstrip=17)
tiff("raw-8-tiled-bigtiff.tif", VOXELS, bigtiff=True, tile=(16, 16))
tiff("deflate-float-predictor.tif", real, compression="zlib", predictor=3,
     rowsperstrip=17)
tiff("white-is-zero.tif", VOXELS, photometric="miniswhite",
     compression="zlib", rowsperstrip=17)
tifffile.imwrite(fresh("imagej.tif"), wide, imagej=True,
                 resolution=(1 / 0.0045, 1 / 0.005),
                 metadata={"spacing": 0.04, "unit": "um", "axes": "ZYX"})
tifffile.imwrite(fresh("imagej-channels.tif"),
                 np.stack([VOXELS, 255 - VOXELS], axis=1), imagej=True,
                 metadata={"axes": "ZCYX"})
tifffile.imwrite(fresh("ome.tif"), VOXELS, compression="zlib", ome=True,
                 metadata={"axes": "ZYX", "PhysicalSizeX": 0.0045,
                           "PhysicalSizeXUnit": "µm", "PhysicalSizeY": 0.005,
                           "PhysicalSizeYUnit": "µm", "PhysicalSizeZ": 40,
                           "PhysicalSizeZUnit": "nm"})
tifffile.imwrite(fresh("colour.tif"), np.zeros((8, 8, 3), np.uint8),
                 photometric="rgb")
