"""`python -m claimcheck.schema` prints the schema of the present records, to renew the shipped file."""

from claimcheck.rendering.canonical import dumps
from claimcheck.schema import built

print(dumps(built()))
