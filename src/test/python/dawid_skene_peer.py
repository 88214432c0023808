"""Makes test-data/review/dawid-skene.tsv: votes and what crowd-kit makes of them.

python dawid_skene_peer.py FILE        (crowd-kit 1.4.2)
"""
import sys

import numpy as np
import pandas as pd
from crowdkit.aggregation import DawidSkene

rng = np.random.default_rng(7)
classes = ["True", "False", "Unsure"]
# rows: true class; of five annotators from careful to careless
skill = [0.95, 0.9, 0.8, 0.7, 0.55]
votes, rows = [], []
for item in range(120):
    truth = rng.choice(3, p=[0.55, 0.35, 0.1])
    letters = ""
    for k, s in enumerate(skill):
        if rng.random() < 0.2:
            letters += "-"
            continue
        said = truth if rng.random() < s else rng.choice([c for c in range(3) if c != truth])
        letters += "TFU"[said]
        rows.append((item, k, classes[said]))
    if letters == "-----":
        letters = "T----"
        rows.append((item, 0, "True"))
    votes.append(letters)
data = pd.DataFrame(rows, columns=["task", "worker", "label"])
model = DawidSkene(n_iter=5000, tol=1e-15)
p = model.fit_predict_proba(data)
with open(sys.argv[1], "w") as out:
    out.write("# made by src/test/python/dawid_skene_peer.py, crowd-kit 1.4.2\n")
    out.write("votes\t" + "\t".join("p_" + c.lower() for c in classes) + "\n")
    for item, letters in enumerate(votes):
        out.write(letters + "\t" + "\t".join(f"{p.loc[item, c]:.9f}" for c in classes) + "\n")
print(len(model.loss_history_), "iterations")
