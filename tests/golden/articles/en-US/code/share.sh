nimbus share ~/plans --with anna
