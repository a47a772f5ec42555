"""Files that people send: checked by what they hold, made anew, kept under random names.

``pictures`` are shown to everybody, in the sizes of ``thumbnails``; ``documents`` are private papers. ``sweep`` removes what no row names.
Nothing that was sent is ever kept or served as it came (docs/adr/0012-uploads.md).
"""
