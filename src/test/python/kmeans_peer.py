"""Times scikit-learn's k-means and leaves its input for KMeansBench.

python kmeans_peer.py FOLDER THREADS
"""
import os
import sys
import time
import warnings

folder, threads = sys.argv[1], sys.argv[2]
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = threads
import numpy as np
import sklearn
from sklearn.cluster import KMeans, kmeans_plusplus

warnings.simplefilter("ignore")  # not converged after so few iterations
print("scikit-learn", sklearn.__version__, "threads", threads)
for d, k, iterations in ((20, 64, 50), (1000, 256, 15)):
    rng = np.random.default_rng(1)
    n = 28700
    # blobs of unequal spread, as embeddings have
    middle = rng.normal(0, 1, (300, d)).astype("f4")
    x = middle[rng.integers(0, 300, n)] + rng.normal(0, 1, (n, d)).astype("f4")
    x = x.astype("f4")
    first = x[rng.choice(n, k, replace=False)]
    x.tofile(os.path.join(folder, f"points{d}.f32"))
    first.tofile(os.path.join(folder, f"centres{d}.f32"))

    def fit(steps):
        model = KMeans(k, init=first, n_init=1, max_iter=steps, tol=0,
                       algorithm="lloyd")
        t, c = time.perf_counter(), time.process_time()
        model.fit(x)
        return time.perf_counter() - t, time.process_time() - c, model

    seconds, cpu, whole = [], [], []
    for _ in range(7):
        one, cpu_one, _ = fit(1)
        many, cpu_many, model = fit(1 + iterations)
        whole.append(many / model.n_iter_)
        seconds.append((many - one) / (model.n_iter_ - 1))
        cpu.append((cpu_many - cpu_one) / (model.n_iter_ - 1))
    print(f"{n}x{d} k={k}: {min(seconds):.5f} s/iteration min, "
          f"{np.median(seconds):.5f} median, {np.median(cpu):.5f} CPU "
          f"s/iteration median; inertia after {model.n_iter_}: "
          f"{model.inertia_:.6g}")
    print(f"  all {1 + iterations} iterations: "
          f"{np.median(whole) * (1 + iterations):.3f} s median")
    for seed in range(3):
        t = time.perf_counter()
        c, _ = kmeans_plusplus(x, k, random_state=seed)
        t = time.perf_counter() - t
        model = KMeans(k, init=c, n_init=1, max_iter=1, tol=0).fit(x)
        print(f"  greedy k-means++: {t:.3f} s, inertia after one iteration "
              f"{model.inertia_:.6g}")
