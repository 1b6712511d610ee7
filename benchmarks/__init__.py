"""What the program costs beside a bare baseline measured in the same run: `python -m benchmarks`."""
