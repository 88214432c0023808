"""Independent PyTorch versions of the networks, as plain modules.

Makes the golden files of test-data/net:

    python src/test/python/reference_networks.py test-data/net

Needs torch 2.x, numpy and safetensors. Nothing of the product needs this file;
speed_peer.py times these modules.
"""
import os
import sys

import numpy as np
import torch
from safetensors.torch import load_file, save_file
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
    """Network C, without normalisation before the sigmoid unless asked for; logits.

    half: on sections of half the width and height."""

    def __init__(self, f, channels, norm=False, half=False):
        super().__init__()
        self.half = half
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
                       Conv(f[0], channels, (1, 5, 5), norm=norm)])

    def forward(self, x):
        if self.half:
            x = F.avg_pool3d(x, (1, 2, 2))
        x = F.elu(self.embed[1](F.elu(self.embed[0](x))))
        skips = [self.embed[2](x)]
        for conv, block in self.down:
            skips.append(block(F.elu(conv(F.max_pool3d(skips[-1], (1, 2, 2))))))
        x = F.elu(self.center[0](F.max_pool3d(skips[-1], (1, 2, 2))))
        x = self.center[1](x)
        for i in (3, 2, 1, 0):
            u = self.up[i]
            x = up(F.elu(u[0](x))) + skips[i]
            if i:
                x = u[2](F.elu(u[1](x)))
        x = self.last[2](self.last[1](F.elu(self.last[0](x))))
        return up(x) if self.half else x


class GatedBlock(nn.Module):
    """Residual block of a stage of networks A and B."""

    def __init__(self, i, w, stage, projection):
        super().__init__()
        o, k = (1, 1, 1), (1, 3, 3) if stage < 2 else (3, 3, 3)
        if stage < 3:
            convs = [Conv(i, w, k, bias=False), Conv(w, w, k, bias=False)]
        else:
            convs = [Conv(i, w, o, bias=False),
                     Conv(w, w, k, (1, 2, 2), bias=False),
                     Conv(w, w, o, bias=False)]
        for j, c in enumerate(convs):
            self.add_module(str(j), c)
        if projection:
            self.skip = Conv(i, w, o, bias=False)

    def forward(self, x):
        convs = [c for k, c in self.named_children() if k != "skip"]
        y = x
        for c in convs[:-1]:
            y = F.elu(c(y))
        return F.elu(convs[-1](y) + (self.skip(x) if hasattr(self, "skip") else x))


class Stage(nn.Module):
    """Some blocks, then the gate x + x * g; another child, up, is not of its pass."""

    def __init__(self, i, w, stage, pooling, projections):
        super().__init__()
        self.pooling = pooling[stage]
        for b, projection in enumerate(projections):
            self.add_module(str(b), GatedBlock(w if b else i, w, stage, projection))
        n = max(1, w // (2, 4, 8, 16, 16)[stage])
        self.gate = nn.ModuleList([Conv(w, n, (1, 1, 1)), Conv(n, w, (1, 1, 1))])

    def forward(self, x):
        for k, m in self.named_children():
            x = m(x) if k not in ("gate", "up") else x
        g = F.avg_pool3d(x, self.pooling, self.pooling)
        g = torch.sigmoid(self.gate[1](F.elu(self.gate[0](g))))
        g = F.interpolate(g, scale_factor=self.pooling, mode="trilinear",
                          align_corners=False)
        return x + g * x


class Pyramid(nn.Module):
    """Network A; logits, and with a loss head also the predicted losses."""

    def __init__(self, f, channels, pooling, head=False):
        super().__init__()
        o = (1, 1, 1)
        self.stage = nn.ModuleList(
            [Stage(f[s - 1] if s else 1, f[s], s, pooling, (True, False, True))
             for s in range(5)])
        self.lateral = nn.ModuleDict(
            {str(s): Conv(f[s], f[0], o, bias=False) for s in range(1, 5)})
        self.head = Conv(f[0], channels, (3, 3, 3), bias=False)
        if head:
            self.loss = nn.ModuleList([nn.Linear(f[s], f[0]) for s in range(4)] +
                                      [nn.Linear(4 * f[0], 1)])

    def forward(self, x):
        maps = []
        for s, m in enumerate(self.stage):
            x = m(F.max_pool3d(x, (1, 2, 2)) if s else x)
            maps.append(x)
        for s in (4, 3, 2, 1):
            y = F.elu(self.lateral[str(s)](maps[s]))
            x = y if s == 4 else y + up(x)
        x = self.head(up(x) + maps[0])
        if not hasattr(self, "loss"):
            return x
        parts = [F.relu(self.loss[s](maps[s].mean((2, 3, 4)))) for s in range(4)]
        return x, self.loss[4](torch.cat(parts, 1)).flatten()


class GatedUnet(nn.Module):
    """Network B; logits."""

    def __init__(self, f, channels, pooling, blocks):
        super().__init__()
        self.encode = nn.ModuleList(
            [Stage(f[s - 1] if s else 1, f[s], s, pooling, (True,) * blocks)
             for s in range(5)])
        self.decode = nn.ModuleList()
        for s in range(4):
            m = Stage(f[s], f[s], s, pooling, (True,) * blocks)
            self.decode.append(m)
            m.up = Conv(f[s + 1], f[s], (1, 1, 1), bias=False)
        self.head = Conv(f[0], channels, (3, 3, 3), bias=False)

    def forward(self, x):
        maps = []
        for s, m in enumerate(self.encode):
            x = m(F.max_pool3d(x, (1, 2, 2)) if s else x)
            maps.append(x)
        for s in (3, 2, 1, 0):
            m = self.decode[s]
            x = m(up(F.elu(m.up(x))) + maps[s])
        return self.head(x)


def middle(x, size):
    """The middle of the last three axes; an axis of length 1 stays."""
    for d, n in zip((2, 3, 4), size[-3:]):
        if x.shape[d] > 1:
            x = x.narrow(d, (x.shape[d] - n) // 2, n)
    return x


def plain(i, o, k, padded=True):
    return nn.Conv3d(i, o, k, padding=tuple(n // 2 for n in k) if padded else 0)


def lift(i, o, k=(1, 2, 2)):
    return nn.ConvTranspose3d(i, o, k, k)


class Hybrid(nn.Module):
    """The 2D-3D network; logits of the 3-D and of the 2-D predictions."""

    def __init__(self, f, channels, cube=True, pyramid=True, relu=False):
        super().__init__()
        p, q, o = (1, 3, 3), (3, 3, 3), (1, 1, 1)
        first = q if cube else p
        self.relu = relu
        self.encode, self.decode = nn.ModuleList(), nn.ModuleList()
        for s in range(4):
            m, i = nn.Module(), f[s - 1] if s else 1
            if s < 2:
                m.cube = plain(i, f[s] // 2, first)
                i = f[s] // 2
            m.add_module("0", plain(i, f[s], p))
            m.add_module("1", plain(f[s], f[s], p))
            self.encode.append(m)
        for s in range(3):
            m, w = nn.Module(), f[s] // 2 if s < 2 else f[s]
            m.up, i = lift(f[s + 1], w), f[s] + w
            if s < 2:
                m.cube, i = plain(i, w, first), w
            m.add_module("0", plain(i, f[s], p))
            m.add_module("1", plain(f[s], f[s], p))
            self.decode.append(m)
        self.predict2d = plain(f[0], channels, o)
        if pyramid:
            i = f[0] + channels
            a = [plain(f[0] if k else i, f[0], q) for k in range(3)]
            b = [plain(f[1] if k else i, f[1], q) for k in range(5)]
            m = nn.ModuleList(b + [plain(f[1], f[0], o)])
            m.up = lift(f[0], f[0])
            self.pyramid = nn.ModuleList([nn.ModuleList(a), m])
            self.predict3d = plain(f[0], channels, o)

    @staticmethod
    def block(m, x):
        x = F.relu(m.cube(x)) if hasattr(m, "cube") else x
        return F.relu(getattr(m, "1")(F.relu(getattr(m, "0")(x))))

    def forward(self, x):
        maps, x = [], (x - .5) * 4
        for s, m in enumerate(self.encode):
            x = self.block(m, F.max_pool3d(x, (1, 2, 2)) if s else x)
            maps.append(x)
        for s in (2, 1, 0):
            x = self.decode[s].up(x)
            x = torch.cat([middle(maps[s], x.shape), x], 1)
            x = self.block(self.decode[s], x)
        last = F.relu if self.relu else (lambda y: y)
        flat = last(self.predict2d(x))
        if not hasattr(self, "pyramid"):
            return flat
        fine = x = torch.cat([x, flat], 1)
        for c in self.pyramid[0]:
            fine = F.relu(c(fine))
        coarse = F.max_pool3d(x, (1, 2, 2))
        for k, c in self.pyramid[1].named_children():
            coarse = F.relu(c(coarse)) if k != "up" else coarse
        return last(self.predict3d(fine + self.pyramid[1].up(coarse))), flat


class PlainUnet(nn.Module):
    """The U-Nets that the dissertation compares with; logits."""

    def __init__(self, f, channels, kind):
        super().__init__()
        flat = kind == "2d"
        k, self.rim = (1, 3, 3) if flat else (3, 3, 3), 2 * (kind == "thin")
        self.factor = (2, 2, 2) if kind == "thick" else (1, 2, 2)
        n, self.encode, self.decode = 2 if flat else 3, nn.ModuleList(), nn.ModuleList()
        convs = lambda i, o: [plain(o if j else i, o, k, not flat) for j in range(n)]
        for s in range(len(f)):
            self.encode.append(nn.ModuleList(convs(f[s - 1] if s else 1, f[s])))
        for s in range(len(f) - 1):
            m = nn.ModuleList(convs(2 * f[s], f[s]))
            m.up = lift(f[s + 1], f[s], self.factor)
            self.decode.append(m)
        self.predict = plain(f[0], channels, (1, 1, 1))

    @staticmethod
    def block(m, x):
        for k, c in m.named_children():
            x = F.relu(c(x)) if k != "up" else x
        return x

    def forward(self, x):
        maps, x = [], (x - .5) * 4
        for s, m in enumerate(self.encode):
            x = self.block(m, F.max_pool3d(x, self.factor) if s else x)
            maps.append(x)
        for s in reversed(range(len(self.decode))):
            x = self.decode[s].up(x)
            x = self.block(self.decode[s],
                           torch.cat([middle(maps[s], x.shape), x], 1))
        x = self.predict(x)
        r = self.rim
        return x[..., r:x.shape[3] - r, r:x.shape[4] - r]


CODE = [(1, 16, 16), (1, 8, 8), (1, 4, 4), (2, 2, 2), (2, 2, 2)]
TEXT = [(1, 4, 4)] * 5


def up(x):
    return F.interpolate(x, scale_factor=(1, 2, 2), mode="trilinear",
                         align_corners=False)


class EncoderDecoder(nn.Module):
    """What an architecture search draws; logits."""

    def __init__(self, f, encoder, decoder, flat, channels):
        super().__init__()

        def block(i, scale, n):
            k = (1, 3, 3) if scale < flat else (3, 3, 3)
            return nn.ModuleList([Conv(f[scale] if c else i, f[scale], k)
                                  for c in range(n)])
        self.encoder = nn.ModuleList(
            [block(f[i - 1] if i else 1, i, n) for i, n in enumerate(encoder)])
        self.up = nn.ModuleList(
            [Conv(f[i + 1], f[i], (1, 1, 1)) for i in range(len(decoder))])
        self.decoder = nn.ModuleList(
            [block(2 * f[i], i, n) for i, n in enumerate(decoder)])
        self.head = Conv(f[0], channels, (1, 1, 1), norm=False)

    def forward(self, x):
        def run(block, x):
            for conv in block:
                x = F.elu(conv(x))
            return x
        skips = []
        for block in self.encoder:
            skips.append(run(block, F.max_pool3d(skips[-1], (1, 2, 2))
                             if skips else x))
        x = skips.pop()
        for i in reversed(range(len(skips))):
            x = torch.cat([up(F.elu(self.up[i](x))), skips[i]], 1)
            x = run(self.decoder[i], x)
        return self.head(x)


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
        error = (y - x).abs().sum((1, 2, 3)).mean()
        kl = .5 * (m ** 2 + s.exp() - s - 1).sum(1).mean()
        return error, kl, error + kl


class ReleasedVae(nn.Module):
    """The encoders as released in 2022, for 112 x 112 pixels."""

    def __init__(self, latent, grey):
        super().__init__()
        L, w, flat = nn.ModuleList, [64, 128, 128, 256, 256, 512], 2 * 2 * 512
        self.grey = grey
        self.encoder = L()
        for i, o in zip([1] + w, w):
            block = nn.Module()
            block.conv = nn.Conv2d(i, o, 3, 2, 1)
            block.norm = nn.GroupNorm(16, o)
            self.encoder.append(block)
        self.mean = nn.Linear(flat, latent)
        self.log_variance = nn.Linear(flat, latent)
        self.expand = nn.Linear(latent, flat)
        self.decoder = L()
        w = w[::-1] + [64]
        for b, (i, o) in enumerate(zip(w, w[1:])):
            block = nn.Module()
            block.up = nn.ConvTranspose2d(i, o, 3, 2, 1, 0 if b == 1 else 1)
            block.norm = nn.GroupNorm(16, o)
            self.decoder.append(block)
        self.last = nn.Conv2d(64, 1, 3, padding=1)

    def features(self, x):
        x = 2 * x - 1 if self.grey else x
        for b in self.encoder:
            x = F.silu(b.norm(b.conv(x)))
        return x.flatten(1)

    def encode(self, x):
        return self.mean(self.features(x))

    def decode(self, z):
        x = self.expand(z).reshape(-1, 512, 2, 2)
        for b in self.decoder:
            x = F.silu(b.norm(b.up(x)))
        x = self.last(x).tanh()
        return (x + 1) / 2 if self.grey else x

    def terms(self, x, noise):
        h = self.features(x)
        m, s = self.mean(h), self.log_variance(h).clamp(-20, 10)
        y = self.decode(m + noise * (s / 2).exp())
        squares = (4 if self.grey else 1) * F.mse_loss(y, x)
        kl = .5 * (m ** 2 + s.exp() - s - 1).sum(1).mean()
        return (y - x).abs().sum((1, 2, 3)).mean(), kl, squares + 1e-4 * kl


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


def sample(t, most=200):
    """At most so many numbers at even distances, and the largest magnitude."""
    t = t.detach().flatten()
    step = (len(t) + most - 1) // most
    return torch.cat([t[::step], t.abs().max()[None]])


def vae_golden(folder, name, net):
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
    terms = net.terms(x, noise)
    terms[2].backward()
    out["loss"] = torch.stack(terms).detach()
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
              os.path.join(folder, name + ".golden.safetensors"))


def segmentation_loss(z, t, v=torch.ones((1, 1, 1, 1, 1))):
    """Weighted BCE + Dice, one sample at a time, as the 2020 code does it."""
    bce, voxels, dice = 0., 0, []
    for zi, ti, vi in zip(z, t, v.to(t).expand_as(t)):
        ok = ~torch.isnan(ti)
        zi, ti, vi = zi[ok], ti[ok], vi[ok]
        w = torch.ones_like(ti)
        if len(ti) and ti.min() != ti.max():
            f = float(ti.mean().clamp(0.05, 0.99))
            w = ti * (1 - f) / f + (1 - ti) if f <= .5 else \
                ti + (1 - ti) * f / (1 - f)
        bce = bce + F.binary_cross_entropy_with_logits(zi, ti, w * vi,
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


def hash_weights(net):
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


def squares(n, z, side):
    """Windows of squares of 8 pixels with noise."""
    x = hashed((n, 1, z, side // 8, side // 8), 1)
    x = x.repeat_interleave(8, 3).repeat_interleave(8, 4)
    return ((x + .2 * hashed(x.shape, 3) + 1) / 2).double()


def entropy_loss(outputs, t, v, net, softmax, flat_l2):
    """Voxel weight x cross-entropy, of the 2-D predictions too, and L2."""
    def term(z):
        ti, vi = middle(t, z.shape), middle(v, z.shape)
        if softmax:
            return (F.cross_entropy(z, ti.argmax(1), reduction="none")[:, None]
                    * vi).mean()
        return F.binary_cross_entropy_with_logits(z, ti, vi.expand_as(ti))
    loss = term(outputs[0])
    if len(outputs) > 1:
        loss = loss + .33 * term(outputs[1])
    for k, p in net.named_parameters():
        l2 = 1e-9 if k.startswith("predict") else \
            1e-5 if k.startswith("pyramid") else flat_l2
        loss = loss + l2 * (p ** 2).sum()
    return loss, term(outputs[0])


def ranking(p, losses):
    """Learning loss of pairs i, n - 1 - i."""
    n, total = len(p), 0.
    for i in range(n // 2):
        j = n - 1 - i
        sign = torch.sign(losses[i] - losses[j])
        total = total + F.relu(1 - sign * (p[i] - p[j]))
    return total / (n // 2)


def network_golden(folder, name, net, channels, shape, softmax=False,
                   flat_l2=None, weighted=True):
    """Outputs, losses, gradients and three steps from hashed weights."""
    hash_weights(net)
    net = net.double()
    n, z, y, x = shape
    image = squares(n, z, y) if y % 8 == 0 else \
        ((hashed((n, 1, z, y, x), 1) + 1) / 2).double()
    h = hashed((n, 1 if softmax else channels, z, y, x), 2)
    t = F.one_hot(((h[:, 0] + 1) / 2 * channels).long().clamp(max=channels - 1),
                  channels).movedim(-1, 1).double() if softmax else (h > .6).double()
    v = ((hashed((n, 1, z, y, x), 4) + 1.2) / 2).double()
    v = v if weighted else torch.ones((1, 1, 1, 1, 1)).double()

    def losses():
        o = net(image)
        o = o if isinstance(o, tuple) else (o,)
        if flat_l2 is not None:
            used = o if not hasattr(net, "single") else o[:1]
            return o, *entropy_loss(used, t, v, net, softmax, flat_l2)
        each = [segmentation_loss(o[0][i:i + 1].detach(), t[i:i + 1], v[i:i + 1])
                for i in range(n)]
        main = segmentation_loss(o[0], t, v)
        return o, main + (ranking(o[1], each) if len(o) > 1 else 0.), main
    net.eval()
    with torch.no_grad():
        o, _, main = losses()
        p = torch.softmax(o[0], 1) if softmax else torch.sigmoid(o[0])
        out = {"probability": sample(p, 100), "eval_loss": main[None]}
        if len(o) > 1 and o[1].dim() == 1:
            out["predicted_loss"] = o[1]
    net.train()
    optimizer, steps = adam(net, lr=1e-3, amsgrad=True), []
    for step in range(3):
        optimizer.zero_grad()
        loss = losses()[1]
        loss.backward()
        steps.append(loss.detach())
        if not step:
            for k, p in net.named_parameters():
                out["gradient." + k] = sample(p.grad, 24)
        optimizer.step()
    out["loss"], out["losses"] = steps[0][None], torch.stack(steps)
    for k, p in net.named_parameters():
        out["after." + k] = sample(p, 24)
    save_file({k: v.detach().float().contiguous() for k, v in out.items()},
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


def optimizers_golden(folder):
    """Eight steps of each rule with another schedule, on the inputs of unet."""
    optim, rates = torch.optim, torch.optim.lr_scheduler
    data = load_file(os.path.join(folder, "unet.golden.safetensors"))
    weights = load_file(os.path.join(folder, "unet.weights.safetensors"))

    def rise(o, n):
        return rates.LinearLR(o, 1 / n, 1, n - 1)

    def then(o, n, schedule):
        return rates.SequentialLR(o, [rise(o, n), schedule], [n])
    rules = {
        "adam": (lambda g: optim.Adam(g, lr=3e-3), 1e-2, 0,
                 lambda o: then(o, 3, rates.CosineAnnealingLR(o, 5))),
        # Two of eight steps are the rise: the milestones count from there.
        "adamw": (lambda g: optim.AdamW(g, lr=3e-3), .1, 0,
                  lambda o: then(o, 2, rates.MultiStepLR(o, [2, 4]))),
        "sgd": (lambda g: optim.SGD(g, lr=1e-2, momentum=.9), 1e-2, .5,
                lambda o: then(o, 2, rates.CosineAnnealingLR(o, 6))),
        "adam_hybrid": (lambda g: optim.Adam(
            g, lr=3e-3, betas=(1 - 10 ** -1.5, 1 - 10 ** -2.1), eps=1e-7), 0, 0,
            lambda o: rates.ConstantLR(o, 1)),
        "average": (lambda g: optim.SGD(g, lr=1e-2, momentum=.9), 0, 0,
                    lambda o: rates.ConstantLR(o, 1))}
    out = {}
    for name, (rule, decay, clip, schedule) in rules.items():
        net = Unet((4, 5, 6, 7, 8), 3)
        net.load_state_dict(weights, strict=False)
        # As the golden gradients: no rounding of their own.
        net = net.double()
        ps = list(net.parameters())
        optimizer = rule([
            dict(params=[p for p in ps if p.dim() > 1], weight_decay=decay),
            dict(params=[p for p in ps if p.dim() <= 1], weight_decay=0)])
        scheduler = schedule(optimizer)
        average = torch.optim.swa_utils.AveragedModel(
            net, avg_fn=lambda a, w, n: a + (1 - min(.3, n / (n + 10))) * (w - a))
        losses = []
        for _ in range(8):
            optimizer.zero_grad()
            loss = segmentation_loss(net(data["input"].double()),
                                     data["target"].double())
            loss.backward()
            if clip:
                nn.utils.clip_grad_norm_(ps, clip)
            optimizer.step()
            scheduler.step()
            average.update_parameters(net)
            losses.append(loss.detach())
        out[name + ".losses"] = torch.stack(losses)
        last = average.module if name == "average" else net
        for k, p in last.named_parameters():
            out[name + "." + k] = sample(p)
    save_file({k: v.float().contiguous() for k, v in out.items()},
              os.path.join(folder, "optimizers.golden.safetensors"))


def all_networks(folder):
    """Networks that need no file of weights: both sides hash them."""
    f, h, u = (8, 8, 16, 32, 32), (8, 12, 16, 20), (4, 6, 8)
    l2, shape = 10 ** -4.7, (2, 3, 20, 20)
    for name, arguments in {
            "paper": (Pyramid(f, 3, CODE), 3, (2, 2, 64, 64)),
            "paper_text": (Pyramid(f, 3, TEXT), 3, (2, 2, 64, 64)),
            "paper_loss": (Pyramid(f, 1, CODE, True), 1, (4, 2, 32, 32)),
            "se_unet": (GatedUnet(f, 3, CODE, 1), 3, (2, 2, 64, 64)),
            "se_unet_deep": (GatedUnet(f, 1, CODE, 2), 1, (2, 2, 64, 64)),
            "light_norm": (Unet((4, 5, 6, 7, 8), 3, True), 3, (2, 3, 16, 16)),
            "light_half": (Unet((4, 5, 6, 7, 8), 3, half=True), 3, (2, 3, 32, 32)),
            "hybrid": (Hybrid(h, 1), 1, shape, False, l2),
            "hybrid_flat": (Hybrid(h, 3, cube=False), 3, shape, False, l2),
            "hybrid_single": (Hybrid(h, 1), 1, shape, False, l2),
            "hybrid_2d": (Hybrid(h, 1, pyramid=False), 1, shape, False, l2),
            "hybrid_classes": (Hybrid(h, 7, relu=True), 7, shape, True, l2),
            "unet2d": (PlainUnet((2, 3, 4, 5, 6), 1, "2d"), 1, (1, 2, 188, 204),
                       False, l2),
            "unet3d_thin": (PlainUnet(u, 3, "thin"), 3, (2, 3, 16, 16), False, 1e-5),
            "unet3d_thick": (PlainUnet(u, 7, "thick"), 7, (2, 4, 8, 8), True, 1e-5),
    }.items():
        if name == "hybrid_single":
            arguments[0].single = True
        network_golden(folder, name, *arguments)


if __name__ == "__main__":
    all_networks(sys.argv[1])
    segmentation_golden(Unet((4, 5, 6, 7, 8), 3), 3, (2, 3, 16, 16),
                        sys.argv[1], "unet")
    segmentation_golden(EncoderDecoder((4, 6, 8), (1, 2, 1), (2, 1), 1, 1),
                        1, (2, 2, 8, 12), sys.argv[1], "encoder-decoder")
    vae_golden(sys.argv[1], "vae", Vae(20))
    vae_golden(sys.argv[1], "vae_released", ReleasedVae(20, False))
    vae_golden(sys.argv[1], "vae_released_grey", ReleasedVae(20, True))
    optimizers_golden(sys.argv[1])
