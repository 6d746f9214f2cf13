# For the flask command in a checkout. The environment and .env win over this file.
FLASK_APP=wsgi
TWOFOLD_ENV=development
