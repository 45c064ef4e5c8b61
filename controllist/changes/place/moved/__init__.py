"""Items of one edition alone that stood elsewhere, or may have: moved, divided, written anew, sent away."""
