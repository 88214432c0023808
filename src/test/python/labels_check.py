"""Labels written by org.twostream.bench.LabellingVolumes beside scipy.ndimage.label, as partitions.

    python src/test/python/labels_check.py FOLDER
"""
import pathlib
import sys

import numpy
import scipy.ndimage

RANK = {6: 1, 18: 2, 26: 3}

folder = pathlib.Path(sys.argv[1])
volumes = objects = 0
for line in (folder / "volumes.txt").read_text().splitlines():
    name, x, y, z, least, connectivity = line.split()
    shape = int(z), int(y), int(x)
    grey = numpy.fromfile(folder / (name + ".grey"), "u1").reshape(shape)
    ours = numpy.fromfile(folder / (name + ".labels"), ">i8").reshape(shape)
    theirs, n = scipy.ndimage.label(grey >= int(least),
                                    scipy.ndimage.generate_binary_structure(3, RANK[int(connectivity)]))
    pairs = numpy.unique(numpy.stack([ours.ravel(), theirs.ravel()]), axis=1)
    # as many pairs as labels on either side, and background on background
    if not (pairs.shape[1] == len(numpy.unique(ours)) == len(numpy.unique(theirs)) and
            numpy.array_equal(ours == 0, theirs == 0) and ours.max() == n):
        sys.exit(f"{name} differs: {line}")
    volumes += 1
    objects += n
print(f"{volumes} volumes, {objects} objects: the same")
