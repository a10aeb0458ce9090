"""The models told to other programs: JSON Schemas for editors, forms for the content manager."""
