"""Page image to lines with boxes, characters, confidences and alternatives; engines behind one Protocol."""
