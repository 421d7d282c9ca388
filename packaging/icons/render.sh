#!/bin/sh
# Renders the application's icon into the PNGs beside it, which are kept in the repository so that no build needs
# a renderer. Run it after a change of one of the two drawings; needs rsvg-convert (librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 22 24; do
    rsvg-convert -w "$size" -h "$size" loopflow-small.svg -o "$size.png" # drawn for few pixels
done
for size in 32 48 64 128 256 512; do
    rsvg-convert -w "$size" -h "$size" loopflow.svg -o "$size.png"
done
