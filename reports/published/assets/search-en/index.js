search.take("index",0,{"terms":["02","de","landlocked","summit","具有","愿景","继续"],"entries":[0,170,273,391,532],"total":640});
