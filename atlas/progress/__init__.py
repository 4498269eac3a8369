"""How far an initiative is: its milestones, its status now and at the end of a year."""
