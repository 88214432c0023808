"""Loads weights that TwoStream saved into plain PyTorch modules and compares outputs.

    python src/test/python/check_weights.py FOLDER

FOLDER is what org.twostream.bench.SavedNetworks wrote: a folder per network with
model.json, weights.safetensors, input.f32 and output.f32. Prints for each the number of
parameters on both sides and the largest difference of a probability; ends with 1 where one
is above 1e-4. Needs torch, numpy and safetensors.
"""
import json
import os
import sys

import numpy as np
import torch
from safetensors.torch import load_file

from reference_networks import (CODE, TEXT, GatedUnet, Hybrid, PlainUnet, Pyramid,
                                Unet)


def module(a):
    """The module of model.json's architecture."""
    f, c, o = a["filters"], a["channels"], set(a["options"])
    pooling = TEXT if "text-pooling" in o else CODE
    return {
        "feature-pyramid": lambda: Pyramid(f, c, pooling, "loss-head" in o),
        "gated-unet": lambda: GatedUnet(f, c, pooling, 2 if "two-blocks" in o else 1),
        "residual-unet": lambda: Unet(f, c, "output-norm" in o, "half" in o),
        "hybrid": lambda: Hybrid(f, c, "flat" not in o, "no-pyramid" not in o,
                                 "softmax" in o),
        "unet-2d": lambda: PlainUnet(f, c, "2d"),
        "unet-3d": lambda: PlainUnet(f, c, "thick" if "thick" in o else "thin"),
    }[a["family"]]()


def load(folder):
    """The module with the folder's weights, by the names of its state_dict."""
    with open(os.path.join(folder, "model.json")) as file:
        model = json.load(file)
    net = module(model["architecture"])
    weights = load_file(os.path.join(folder, "weights.safetensors"))
    missing, unexpected = net.load_state_dict(weights, strict=False)
    # Counts of batches, which nothing uses, are not saved.
    missing = [k for k in missing if not k.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise SystemExit("%s: lacks %s, has %s" % (folder, missing, unexpected))
    return net.eval(), model


def main(folder):
    worst = 0.
    for name in sorted(os.listdir(folder)):
        net, model = load(os.path.join(folder, name))
        x, y = (torch.from_numpy(np.fromfile(os.path.join(folder, name, k + ".f32"),
                                             "<f4").reshape(model[k]))
                for k in ("input", "output"))
        with torch.no_grad():
            out = net.double()(x.double())
        z = out[0] if isinstance(out, tuple) else out
        difference = float((torch.sigmoid(z) - y).abs().max())
        worst = max(worst, difference)
        count = sum(p.numel() for p in net.parameters())
        print("%-14s %10d %10d %9.1e" % (name, model["parameters"], count, difference),
              flush=True)
    return 1 if worst > 1e-4 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
