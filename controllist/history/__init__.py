"""The dataset: what every edition of a list holds, as facts without sentences. Its form is in docs/dataset.md."""
