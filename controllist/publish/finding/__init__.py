"""What browsers look codes and words up in."""
