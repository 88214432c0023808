"""Pre- and postprocessing of bioimage.io models by their reference implementation.

Run by hand with bioimageio.core 0.11.0 (PyPI); writes test-data/net/bioimage/processing.json, which
OperationReaderTest reads: a small 8-bit volume, and for each list of operations what becomes of it.
Left out where bioimageio.core departs from the specification: it forgets eps of zero_mean_unit_variance, fails at
binarize along an axis, and lets conversions to integers wrap around where the specification says nothing.
"""

import json
import pathlib

import numpy as np
import xarray as xr
from bioimageio.core.proc_setup import _get_described_procs
from bioimageio.core.sample import Sample
from bioimageio.core.stat_calculators import compute_measures
from bioimageio.core.tensor import Tensor
from bioimageio.spec.model import v0_4, v0_5

SHAPE = (4, 5, 6)
VOLUME = np.random.default_rng(1).gamma(2.0, 40.0, SHAPE).clip(0, 255).astype(np.uint8)
LOGITS = np.random.default_rng(2).normal(0, 3, (2, 2) + SHAPE).astype(np.float32)

PRE_04 = [
    ("bczyx", []),
    ("bczyx", [("scale_linear", dict(gain=2.5, offset=-3.25))]),
    ("bczyx", [("scale_linear", dict(gain=0.5, offset=1.0)), ("clip", dict(min=10.0, max=60.0))]),
    ("bczyx", [("binarize", dict(threshold=80.0))]),
    ("bczyx", [("scale_linear", dict(gain=0.01, offset=-1.0)), ("sigmoid", {})]),
    ("bczyx", [("zero_mean_unit_variance", dict(mode="per_sample", axes="czyx"))]),
    ("bczyx", [("zero_mean_unit_variance", dict(mode="per_sample", axes="yx"))]),
    ("bcyx", [("zero_mean_unit_variance", dict(mode="per_sample", axes="cyx"))]),
    ("bcyx", [("zero_mean_unit_variance", dict(mode="per_dataset", axes="cyx"))]),
    ("bcyx", [("zero_mean_unit_variance", dict(mode="fixed", axes="yx", mean=[80.0], std=[33.0]))]),
    ("bczyx", [("scale_range", dict(mode="per_sample", axes="czyx", min_percentile=1.0, max_percentile=99.8))]),
    ("bcyx", [("scale_range", dict(mode="per_sample", axes="cyx", min_percentile=5.0, max_percentile=90.0)), ("clip", dict(min=0.0, max=1.0))]),
]
PRE_05 = [
    ("bczyx", "uint8", [("scale_linear", dict(gain=1 / 255)), ("ensure_dtype", dict(dtype="float32"))]),
    ("bczyx", "float32", [("zero_mean_unit_variance", {})]),
    ("bczyx", "float32", [("zero_mean_unit_variance", dict(axes=["channel", "z", "y", "x"]))]),
    ("bczyx", "float32", [("zero_mean_unit_variance", dict(axes=["y", "x"]))]),
    ("bcyx", "float32", [("zero_mean_unit_variance", dict(axes=["y", "x"]))]),
    ("bcyx", "float32", [("zero_mean_unit_variance", dict(axes=["batch", "y", "x"]))]),
    ("bcyx", "float32", [("fixed_zero_mean_unit_variance", dict(mean=90.5, std=40.25))]),
    ("bcyx", "float32", [("fixed_zero_mean_unit_variance", dict(axis="channel", mean=[90.5], std=[40.25]))]),
    ("bczyx", "float32", [("scale_range", dict(axes=["z", "y", "x"], min_percentile=2.0, max_percentile=97.0)), ("clip", dict(min=0.0, max=1.0))]),
    ("bczyx", "float32", [("scale_range", dict(axes=["y", "x"], min_percentile=2.0, max_percentile=97.0)), ("clip", dict(min=0.0, max=1.0)), ("scale_linear", dict(gain=255.0)), ("ensure_dtype", dict(dtype="uint8"))]),
    ("bcyx", "float32", [("clip", dict(min_percentile=10.0, max_percentile=75.0, axes=["y", "x"]))]),
    ("bczyx", "float32", [("clip", dict(min=30.0)), ("scale_linear", dict(gain=0.125))]),
    ("bczyx", "int16", [("scale_linear", dict(gain=-1.75, offset=0.5))]),
    ("bczyx", "float32", [("binarize", dict(threshold=100.0))]),
]
POST_05 = [
    [("sigmoid", {})],
    [("softmax", dict(axis="channel"))],
    [("scale_linear", dict(axis="channel", gain=[0.5, 2.0], offset=[0.25, -1.0])), ("clip", dict(min=0.0, max=1.0))],
    [("binarize", dict(threshold=0.5))],
    [("fixed_zero_mean_unit_variance", dict(axis="channel", mean=[1.0, -1.0], std=[2.0, 0.5])), ("sigmoid", {})],
    [("ensure_dtype", dict(dtype="int8"))],
]
IDS = dict(b="batch", c="channel", z="z", y="y", x="x")


def axes05(letters, channels):
    made = []
    for a in letters:
        if a == "b":
            made.append(dict(type="batch"))
        elif a == "c":
            made.append(dict(type="channel", channel_names=[f"c{i}" for i in range(channels)]))
        else:
            made.append(dict(type="space", id=a, size=dict(zip("zyx", SHAPE))[a]))
    return made


def run(descr, array, letters):
    name = str(getattr(descr, "id", getattr(descr, "name", None)))
    dims = [IDS[a] for a in letters]
    sample = Sample(members={name: Tensor(array, dims=dims)}, stat={}, id=None)
    for proc in _get_described_procs([descr]):
        # Statistics are those of what the operation is given.
        sample.stat.update(compute_measures(proc.required_measures, [sample]))
        proc(sample)
    return sample.members[name].to_numpy().astype(np.float32)


def as_tensor(letters):
    return VOLUME[None, None] if letters == "bczyx" else VOLUME[:, None]


def named(steps, key):
    return [{key: n, "kwargs": k} if k else {key: n} for n, k in steps]


def case(version, letters, dtype, steps, array):
    # Shortest decimals that give the same float32.
    return dict(version=version, axes=letters, type=dtype, steps=steps, expected=[float(str(v)) for v in array.ravel()])


cases = []
for letters, steps in PRE_04:
    # The batch is 1 in every description of 0.4.
    shape = [1] + list(as_tensor(letters).shape)[1:]
    d = v0_4.InputTensorDescr.model_validate(
        dict(name="raw", axes=letters, data_type="uint8", shape=shape, preprocessing=named(steps, "name")))
    cases.append(case("0.4", letters, "uint8", named(steps, "name"), run(d, as_tensor(letters), letters)))
for letters, dtype, steps in PRE_05:
    d = v0_5.InputTensorDescr.model_validate(
        dict(id="raw", axes=axes05(letters, 1), data=dict(type=dtype), preprocessing=named(steps, "id")))
    cases.append(case("0.5", letters, dtype, named(steps, "id"), run(d, as_tensor(letters), letters)))
post = []
for steps in POST_05:
    d = v0_5.OutputTensorDescr.model_validate(
        dict(id="out", axes=axes05("bczyx", 2), postprocessing=named(steps, "id")))
    post.append(case("0.5", "bczyx", "float32", named(steps, "id"), run(d, LOGITS, "bczyx")))

out = pathlib.Path(__file__).parents[3] / "test-data" / "net" / "bioimage" / "processing.json"
lines = [json.dumps(c) for c in cases], [json.dumps(c) for c in post]
out.write_text(
    '{"volume": %s,\n"logits": %s,\n"pre": [\n%s],\n"post": [\n%s]}\n'
    % (json.dumps(VOLUME.ravel().tolist()), json.dumps([float(str(v)) for v in LOGITS.ravel()]), ",\n".join(lines[0]), ",\n".join(lines[1])))
print(out, out.stat().st_size, "bytes")
