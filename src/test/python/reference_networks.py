"""Independent PyTorch versions of the networks, as plain modules.

Makes the golden files of test-data/net:

    python src/test/python/reference_networks.py test-data/net

and, with `time THREADS`, the eager baseline of docs/results/net.md. Needs torch 2.x,
numpy and safetensors. Nothing of the product needs this file.
"""
import os
import sys
import time

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F


class Conv(nn.Module):
    """Replicate-padded convolution, then batch normalisation."""

    def __init__(self, i, o, k, dilation=(1, 1, 1), bias=True, norm=True):
        super().__init__()
        pad = [(n - 1) // 2 * d for n, d in zip(k, dilation)]
        self.conv = nn.Conv3d(i, o, k, padding=pad, dilation=dilation, bias=bias,
                              padding_mode="replicate")
        if norm:
            self.norm = nn.BatchNorm3d(o)

    def forward(self, x):
        x = self.conv(x)
        return self.norm(x) if hasattr(self, "norm") else x


class Residual(nn.Module):
    def __init__(self, c, k, projection=False):
        super().__init__()
        self.add_module("0", Conv(c, c, k))
        self.add_module("1", Conv(c, c, k))
        if projection:
            self.skip = Conv(c, c, (1, 1, 1))

    def forward(self, x):
        y = getattr(self, "1")(F.elu(getattr(self, "0")(x)))
        return F.elu(y + (self.skip(x) if hasattr(self, "skip") else x))


class Unet(nn.Module):
    """Network C without normalisation before the sigmoid; logits."""

    def __init__(self, f, channels):
        super().__init__()
        p, q, o = (1, 3, 3), (3, 3, 3), (1, 1, 1)
        L = nn.ModuleList
        self.embed = L([Conv(1, f[0], (1, 5, 5)), Conv(f[0], f[0], p),
                        Residual(f[0], p)])
        self.down = L([L([Conv(f[i], f[i + 1], p), Residual(f[i + 1], q)])
                       for i in range(3)])
        self.center = L([Conv(f[3], f[4], p), Residual(f[4], q, True)])
        self.up = L([L([Conv(f[i + 1], f[i], o)] +
                       ([Conv(f[i], f[i], p), Residual(f[i], q)] if i else []))
                     for i in range(4)])
        self.last = L([Conv(f[0], f[0], p), Residual(f[0], p),
                       Conv(f[0], channels, (1, 5, 5), norm=False)])

    def forward(self, x):
        x = F.elu(self.embed[1](F.elu(self.embed[0](x))))
        skips = [self.embed[2](x)]
        for conv, block in self.down:
            skips.append(block(F.elu(conv(F.max_pool3d(skips[-1], (1, 2, 2))))))
        x = F.elu(self.center[0](F.max_pool3d(skips[-1], (1, 2, 2))))
        x = self.center[1](x)
        for i in (3, 2, 1, 0):
            u = self.up[i]
            x = F.elu(u[0](x))
            x = F.interpolate(x, scale_factor=(1, 2, 2), mode="trilinear",
                              align_corners=False) + skips[i]
            if i:
                x = u[2](F.elu(u[1](x)))
        x = self.last[1](F.elu(self.last[0](x)))
        return self.last[2](x)


class Pyramid(nn.Module):
    """Network A; logits."""

    def __init__(self, f, channels, pooling):
        super().__init__()
        o, self.pooling = (1, 1, 1), pooling
        ratio = (2, 4, 8, 16, 16)

        def block(stage, i, projection):
            w, k = f[stage], (1, 3, 3) if stage < 2 else (3, 3, 3)
            m = nn.Module()
            if stage < 3:
                convs = [Conv(i, w, k, bias=False), Conv(w, w, k, bias=False)]
            else:
                convs = [Conv(i, w, o, bias=False),
                         Conv(w, w, k, (1, 2, 2), bias=False),
                         Conv(w, w, o, bias=False)]
            for j, c in enumerate(convs):
                m.add_module(str(j), c)
            if projection:
                m.skip = Conv(i, w, o, bias=False)
            return m

        self.stage = nn.ModuleList()
        for s in range(5):
            m = nn.Module()
            for b in range(3):
                i = f[s] if b else (f[s - 1] if s else 1)
                m.add_module(str(b), block(s, i, b != 1))
            n = max(1, f[s] // ratio[s])
            m.gate = nn.ModuleList([Conv(f[s], n, o), Conv(n, f[s], o)])
            self.stage.append(m)
        self.lateral = nn.ModuleDict(
            {str(s): Conv(f[s], f[0], o, bias=False) for s in range(1, 5)})
        self.head = Conv(f[0], channels, (3, 3, 3), bias=False)

    def forward(self, x):
        maps = []
        for s, m in enumerate(self.stage):
            x = F.max_pool3d(x, (1, 2, 2)) if s else x
            for b in range(3):
                block = getattr(m, str(b))
                convs = [c for k, c in block.named_children() if k != "skip"]
                y = x
                for c in convs[:-1]:
                    y = F.elu(c(y))
                y = convs[-1](y)
                x = F.elu(y + (block.skip(x) if hasattr(block, "skip") else x))
            g = F.avg_pool3d(x, self.pooling[s], self.pooling[s])
            g = torch.sigmoid(m.gate[1](F.elu(m.gate[0](g))))
            g = F.interpolate(g, scale_factor=self.pooling[s], mode="trilinear",
                              align_corners=False)
            x = x + g * x
            maps.append(x)
        for s in (4, 3, 2, 1):
            y = F.elu(self.lateral[str(s)](maps[s]))
            x = y if s == 4 else y + up(x)
        return self.head(up(x) + maps[0])


CODE = [(1, 16, 16), (1, 8, 8), (1, 4, 4), (2, 2, 2), (2, 2, 2)]
TEXT = [(1, 4, 4)] * 5


def up(x):
    return F.interpolate(x, scale_factor=(1, 2, 2), mode="trilinear",
                         align_corners=False)


class Vae(nn.Module):
    """Table S-1."""

    def __init__(self, latent):
        super().__init__()
        L, w, flat = nn.ModuleList, [32, 64, 128, 256], 14 * 14 * 256
        c = lambda i, o: nn.Conv2d(i, o, 3, padding=1)
        self.encoder = L([L([c(i, o), c(o, o)]) for i, o in zip([1] + w, w)])
        self.mean = nn.Linear(flat, latent)
        self.log_variance = nn.Linear(flat, latent)
        self.expand = nn.Linear(latent, flat)
        self.decoder = L()
        for i, o, last in ((256, 128, 128), (128, 64, 64), (64, 32, 1)):
            block = nn.Module()
            block.up = nn.ConvTranspose2d(i, i, 2, 2)
            block.add_module("0", c(i, o))
            block.add_module("1", c(o, last))
            self.decoder.append(block)

    def active(self, x):
        return F.silu(F.group_norm(x, x.shape[1] // 16))

    def features(self, x):
        for b, (p, q) in enumerate(self.encoder):
            x = F.max_pool2d(x, 2) if b else x
            x = self.active(q(self.active(p(x))))
        return x.flatten(1)

    def encode(self, x):
        return self.mean(self.features(x))

    def decode(self, z):
        x = self.active(self.expand(z).reshape(-1, 256, 14, 14))
        for b, d in enumerate(self.decoder):
            x = getattr(d, "1")(self.active(getattr(d, "0")(d.up(x))))
            x = self.active(x) if b < 2 else x
        return x

    def terms(self, x, noise):
        h = self.features(x)
        m, s = self.mean(h), self.log_variance(h).clamp(-20, 10)
        y = self.decode(m + noise * (s / 2).exp())
        return ((y - x).abs().sum((1, 2, 3)).mean(),
                .5 * (m ** 2 + s.exp() - s - 1).sum(1).mean())


def triplet_loss(a, p, n):
    near = ((a - p) ** 2).sum(1).add(1e-12).sqrt()
    far = ((a - n) ** 2).sum(1).add(1e-12).sqrt()
    s = near.exp() / (near.exp() + far.exp())
    return (s ** 2 + (1 - s - 1) ** 2).mean()


def hashed(shape, seed):
    """Numbers in -1..1 that a few lines of any language make again."""
    n = int(torch.Size(shape).numel())
    x = np.arange(n, dtype=np.uint32) * np.uint32(2654435761) + \
        np.uint32(seed * 40503)
    for a, m in ((16, 0x85ebca6b), (13, 0xc2b2ae35)):
        x = (x ^ (x >> np.uint32(a))) * np.uint32(m)
    x ^= x >> np.uint32(16)
    return torch.from_numpy(((x >> np.uint32(8)).astype(np.float32)
                             / np.float32(1 << 23) - 1).reshape(shape))


def sample(t):
    """At most 200 numbers at even distances, and the largest magnitude."""
    t = t.detach().flatten()
    step = (len(t) + 199) // 200
    return torch.cat([t[::step], t.abs().max()[None]])


def vae_golden(folder):
    net = Vae(20)
    with torch.no_grad():
        for i, (k, p) in enumerate(net.named_parameters()):
            fan = p[0].numel() if p.dim() > 1 else 100
            p.copy_(hashed(p.shape, i) * (3. / fan) ** .5)
    # Far from what the decoder gives: |y - x| has a kink at 0.
    x = hashed((3, 1, 112, 112), 1000)
    x = x + 2 * x.sign()
    noise = hashed((3, 20), 1001)
    net, x, noise = net.double(), x.double(), noise.double()
    out = {"mean": net.encode(x).detach(),
           "reconstruction": sample(net.decode(net.encode(x)))}
    error, kl = net.terms(x, noise)
    (error + kl).backward()
    out["loss"] = torch.stack([error, kl]).detach()
    for k, p in net.named_parameters():
        out["gradient." + k] = sample(p.grad)
        p.grad = None
    a, b, c = net.encode(x)
    loss = triplet_loss(a[None], b[None], c[None])
    loss.backward()
    out["triplet"] = loss.detach()[None]
    for k, p in net.named_parameters():
        if p.grad is not None:
            out["triplet." + k] = sample(p.grad)
    save_file({k: v.float().contiguous() for k, v in out.items()},
              os.path.join(folder, "vae.golden.safetensors"))


def segmentation_loss(z, t):
    """Weighted BCE + Dice, one sample at a time, as the 2020 code does it."""
    bce, voxels, dice = 0., 0, []
    for zi, ti in zip(z, t):
        ok = ~torch.isnan(ti)
        zi, ti = zi[ok], ti[ok]
        w = torch.ones_like(ti)
        if len(ti) and ti.min() != ti.max():
            f = float(ti.mean().clamp(0.05, 0.99))
            w = ti * (1 - f) / f + (1 - ti) if f <= .5 else \
                ti + (1 - ti) * f / (1 - f)
        bce = bce + F.binary_cross_entropy_with_logits(zi, ti, w,
                                                       reduction="sum")
        voxels += len(ti)
        p = torch.sigmoid(zi)
        dice.append(1 - (2 * (p * ti).sum() + 100) / (p.sum() + ti.sum() + 100))
    return bce / voxels + torch.stack(dice).mean()


def randomize(net, seed):
    g = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, p in list(net.named_parameters()) + list(net.named_buffers()):
            if not p.is_floating_point():
                continue
            r = torch.randn(p.shape, generator=g)
            if p.dim() > 1:
                p.copy_(r / p[0].numel() ** .5)
            elif name.endswith("norm.weight") or name.endswith("running_var"):
                p.copy_(1 + .3 * torch.rand(p.shape, generator=g))
            else:
                p.copy_(.1 * r)


def arrays(net):
    return {k: v.clone() for k, v in net.state_dict().items()
            if v.is_floating_point()}


def adam(net, **settings):
    decayed = [p for p in net.parameters() if p.dim() > 1]
    plain = [p for p in net.parameters() if p.dim() <= 1]
    return torch.optim.Adam([dict(params=decayed, weight_decay=1e-2),
                             dict(params=plain, weight_decay=0)], **settings)


def seed_of(name):
    return sum((i + 1) * ord(c) for i, c in enumerate(name)) % 10007


def pyramid_golden(folder, pooling, name):
    net = Pyramid((8, 8, 16, 32, 32), 3, pooling)
    with torch.no_grad():
        for k, p in arrays(net).items():
            h = hashed(p.shape, seed_of(k))
            if p.dim() > 1:
                v = h * (3. / p[0].numel()) ** .5
            elif k.endswith("norm.weight") or k.endswith("running_var"):
                v = 1 + .3 * h
            else:
                v = .1 * h
            net.state_dict()[k].copy_(v)
    # In float64, so that the golden numbers carry no rounding of their own.
    net = net.double()
    # Squares of 8 pixels, so that averages over the gates' windows differ.
    x = hashed((2, 1, 2, 8, 8), 1)
    x = x.repeat_interleave(8, 3).repeat_interleave(8, 4)
    x = ((x + .2 * hashed(x.shape, 3) + 1) / 2).double()
    t = (hashed((2, 3, 2, 64, 64), 2) > .6).double()
    net.eval()
    with torch.no_grad():
        out = {"probability": sample(torch.sigmoid(net(x))),
               "eval_loss": segmentation_loss(net(x), t)[None]}
    net.train()
    loss = segmentation_loss(net(x), t)
    loss.backward()
    out["loss"] = loss.detach()[None]
    for k, p in net.named_parameters():
        out["gradient." + k] = sample(p.grad)
    save_file({k: v.float().contiguous() for k, v in out.items()},
              os.path.join(folder, name + ".golden.safetensors"))


def segmentation_golden(net, channels, shape, folder, name):
    randomize(net, 1)
    g = torch.Generator().manual_seed(2)
    n, z, y, x = shape
    image = torch.rand((n, 1, z, y, x), generator=g)
    target = (torch.rand((n, channels, z, y, x), generator=g) < .2).float()
    target[0, :, :1] = float("nan")
    target[-1, 0, 0] = 1
    save = arrays(net)
    save_file(save, os.path.join(folder, name + ".weights.safetensors"))
    net.eval()
    with torch.no_grad():
        out = {"input": image, "target": target,
               "probability": torch.sigmoid(net(image)),
               "eval_loss": segmentation_loss(net(image), target)[None]}
    # In float64, so that the golden numbers carry no rounding of their own.
    net.train().double()
    loss = segmentation_loss(net(image.double()), target.double())
    loss.backward()
    out["loss"] = loss.detach()[None].float()
    for k, p in net.named_parameters():
        out["gradient." + k] = sample(p.grad).float()
    net.float()
    net.load_state_dict(save, strict=False)
    optimizer = adam(net, lr=1e-3, amsgrad=True)
    losses = []
    for _ in range(3):
        optimizer.zero_grad()
        loss = segmentation_loss(net(image), target)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    out["losses"] = torch.stack(losses)
    for k, p in arrays(net).items():
        out["after." + k] = p
    save_file({k: v.contiguous() for k, v in out.items()},
              os.path.join(folder, name + ".golden.safetensors"))


def clock(f, seconds=6):
    """Least wall and processor seconds."""
    f()
    f()
    wall = cpu = 1e9
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        s, p = time.perf_counter(), time.process_time()
        f()
        wall = min(wall, time.perf_counter() - s)
        cpu = min(cpu, time.process_time() - p)
    return "wall %.3f s, processor %.3f s" % (wall, cpu)


def timing(name, net, shape):
    x = torch.rand(shape[0], 1, *shape[1:])
    t = (torch.rand(x.shape) < .1).float()
    optimizer = adam(net, lr=1e-3)

    def step():
        optimizer.zero_grad()
        segmentation_loss(net(x), t).backward()
        optimizer.step()
    net.train()
    print(name, shape, "eager step:", clock(step), flush=True)
    net.eval()
    with torch.no_grad():
        print(name, shape, "eager forward:",
              clock(lambda: torch.sigmoid(net(x))), flush=True)


def vae_timing():
    net, x = Vae(64), torch.rand(32, 1, 112, 112)
    optimizer = adam(net, lr=1e-3)

    def step():
        optimizer.zero_grad()
        sum(net.terms(x, torch.randn(32, 64))).backward()
        optimizer.step()
    print("vae 64 batch 32 eager step:", clock(step), flush=True)
    with torch.no_grad():
        print("vae 64 batch 32 eager encode:", clock(lambda: net.encode(x)),
              flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "time":
        torch.set_num_threads(int(sys.argv[2]))
        timing("light", Unet((28, 36, 48, 64, 80), 1), (2, 8, 160, 160))
        timing("tiny", Unet((8, 12, 16, 24, 32), 1), (4, 8, 128, 128))
        timing("tiny", Unet((8, 12, 16, 24, 32), 1), (1, 8, 160, 160))
        vae_timing()
    else:
        segmentation_golden(Unet((4, 5, 6, 7, 8), 3), 3, (2, 3, 16, 16),
                            sys.argv[1], "unet")
        vae_golden(sys.argv[1])
        pyramid_golden(sys.argv[1], CODE, "pyramid_code")
        pyramid_golden(sys.argv[1], TEXT, "pyramid_text")
