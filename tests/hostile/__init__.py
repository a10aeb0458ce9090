"""What somebody would write to harm: visitors, other districts, the one who builds."""
