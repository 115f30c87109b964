search.take("index",0,{"terms":["02","de","ministers","tourism","关机","域经","欧洲","联合"],"entries":[0,166,257,377,518],"total":640});
