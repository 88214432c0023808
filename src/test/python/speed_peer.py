"""PyTorch in eager mode, answering lines: the peer of org.twostream.bench.NetworkSpeed.

    python src/test/python/speed_peer.py THREADS DEVICE FOLDER

Reads one request a line and prints one line for each: `load NAME N Z Y X` takes
FOLDER/weights.safetensors and FOLDER/input.f32, `vae LATENT N NETWORK` (paper or
released) makes an encoder, then
`MODE forward|step` prints the seconds of one and `MODE output` the largest difference
of the probabilities from those in FOLDER/output.f32. MODE is plain, channels_last,
bf16 or bf16_channels_last.
"""
import os
import sys
import time

import numpy as np
import torch
from safetensors.torch import load_file

import reference_networks as reference

WIDE = (32, 64, 128, 256, 256)
LIGHT = (28, 36, 48, 64, 80)
NETWORKS = {"paper": lambda: reference.Pyramid(WIDE, 1, reference.CODE),
            "wide": lambda: reference.Unet(WIDE, 1),
            "light": lambda: reference.Unet(LIGHT, 1),
            "light-half": lambda: reference.Unet(LIGHT, 1, half=True)}


class Segmentation:
    def __init__(self, name, shape, folder, device):
        self.net = NETWORKS[name]()
        stored = load_file(os.path.join(folder, "weights.safetensors"))
        lacking, other = self.net.load_state_dict(stored, strict=False)
        assert not other and all("num_batches" in k for k in lacking), lacking
        self.net.to(device)
        x = np.fromfile(os.path.join(folder, "input.f32"), np.float32)
        self.x = torch.from_numpy(x.reshape(shape))
        self.t = (self.x > .9).float().to(device)
        self.device = device
        self.optimizer = reference.adam(self.net, lr=1e-3)

    def arrange(self, last):
        layout = torch.channels_last_3d if last else torch.contiguous_format
        self.net.to(memory_format=layout)
        return self.x.to(self.device).contiguous(memory_format=layout)

    def forward(self, x):
        self.net.eval()
        with torch.no_grad():
            return torch.sigmoid(self.net(x).float()).cpu()

    def step(self, x):
        self.net.train()
        self.optimizer.zero_grad()
        z = self.net(x).float()
        loss = reference.segmentation_loss(z, self.t)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class Encoder:
    def __init__(self, latent, n, network, device):
        self.net = (reference.Vae(latent) if network == "paper" else
                    reference.ReleasedVae(latent, True)).to(device)
        self.x = torch.rand(n, 1, 112, 112, device=device)
        self.optimizer = reference.adam(self.net, lr=1e-3)

    def arrange(self, last):
        return self.x

    def forward(self, x):
        with torch.no_grad():
            return self.net.encode(x).cpu()

    def step(self, x):
        self.optimizer.zero_grad()
        noise = torch.randn(len(x), self.net.mean.out_features,
                            device=x.device)
        loss = self.net.terms(x, noise)[2]
        loss.backward()
        self.optimizer.step()
        return loss.item()


def answer(words, folder, device, subject):
    mode, what = words
    x = subject.arrange(mode.endswith("channels_last"))
    with torch.autocast(torch.device(device).type, torch.bfloat16,
                        enabled=mode.startswith("bf16")):
        if what == "output":
            y = np.fromfile(os.path.join(folder, "output.f32"), np.float32)
            return np.abs(subject.forward(x).numpy().ravel() - y).max()
        start = time.perf_counter()
        getattr(subject, what)(x)
        return time.perf_counter() - start


def main():
    threads, device, folder = sys.argv[1:]
    torch.set_num_threads(int(threads))
    bf16 = device != "cpu" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    print("PyTorch", torch.__version__, torch.backends.cpu.get_cpu_capability(),
          "bf16" if bf16 else "no-bf16", flush=True)
    subject = None
    for line in sys.stdin:
        words = line.split()
        if words[0] == "load":
            shape = (int(words[2]), 1) + tuple(map(int, words[3:]))
            subject = Segmentation(words[1], shape, folder, device)
            print("ready", flush=True)
        elif words[0] == "vae":
            subject = Encoder(int(words[1]), int(words[2]), words[3], device)
            print("ready", flush=True)
        else:
            print("%.9g" % answer(words, folder, device, subject), flush=True)


if __name__ == "__main__":
    main()
