"""A plain PyTorch training of network C in eager mode: the peer of docs/results/accuracy.md.

    python src/test/python/train_peer.py NETWORK RAW LABELS Z0:Z1 MINUTES THREADS SEED OUT.pt

Adam at 0.001, two random windows of 8 x 160 x 160 a step, flips, 32 bit, the loss of the
2020 code. NETWORK is one of speed_peer.py; RAW and LABELS are TIFF stacks of which the
sections Z0 to before Z1 are learned from. What comes out is TorchScript that gives
probabilities, for `predict base=OUT.pt window=160,160,8`.
"""
import sys
import time

import numpy as np
import tifffile
import torch

import reference_networks as reference
from speed_peer import NETWORKS


def windows(raw, labels, random, n=2, size=(8, 160, 160)):
    """Random windows, half of them with some foreground."""
    x = np.empty((n, 1) + size, np.float32)
    t = np.empty((n, 1) + size, np.float32)
    for i in range(n):
        while True:
            at = [random.integers(s - w + 1) for s, w in zip(raw.shape, size)]
            box = tuple(slice(a, a + w) for a, w in zip(at, size))
            if i % 2 or labels[box].any():
                break
        flips = tuple(slice(None, None, random.choice((-1, 1))) for _ in size)
        turn = (0, 2, 1) if random.random() < .5 else (0, 1, 2)
        x[i, 0] = raw[box][flips].transpose(turn) / 255
        t[i, 0] = labels[box][flips].transpose(turn) > 0
    return torch.from_numpy(x), torch.from_numpy(t)


def main():
    name, raw, labels, part, minutes, threads, seed, out = sys.argv[1:]
    torch.set_num_threads(int(threads))
    torch.manual_seed(int(seed))
    random = np.random.default_rng(int(seed))
    part = slice(*map(int, part.split(":")))
    raw, labels = tifffile.imread(raw)[part], tifffile.imread(labels)[part]
    net = NETWORKS[name]().train()
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    start, steps, losses = time.time(), 0, []
    while time.time() - start < 60 * float(minutes):
        x, t = windows(raw, labels, random)
        optimizer.zero_grad()
        loss = reference.segmentation_loss(net(x), t)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        steps += 1
        if steps % 50 == 0:
            print(steps, "steps", round(time.time() - start), "s, loss",
                  round(float(np.mean(losses[-50:])), 4), flush=True)
    print(steps, "steps", flush=True)
    net = torch.nn.Sequential(net, torch.nn.Sigmoid()).eval()
    torch.jit.trace(net, x[:1]).save(out)


if __name__ == "__main__":
    main()
