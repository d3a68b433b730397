"""Runs ONNX models: finds and verifies the weights, and is the only importer of onnxruntime."""
