search.take("index",0,{"terms":["02","de","le","system","划署","持续","联合"],"entries":[0,193,324,505],"total":639});
