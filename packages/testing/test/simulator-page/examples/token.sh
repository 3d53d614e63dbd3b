curl --silent http://127.0.0.1:4010/o/client/token \
  --data client_id=s6BhdRkqt3 --data client_secret=t7AkePiru4 --data grant_type=client_credentials
