"""What schemathesis does not know of itself."""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(ctx, value):
    """Lines go as they are."""
    return value if isinstance(value, bytes) else str(value).encode()
