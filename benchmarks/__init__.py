"""What Specwright and the SDK it writes cost, each as a ratio to something known in the same run.

`python -m benchmarks` from the root of the repository runs everything; `README.md` says what the figures mean.
"""
