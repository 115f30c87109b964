search.take("index",0,{"terms":["02","cooperation","institutionnelle","relevant","两个","品和","架公","联合"],"entries":[0,147,217,299,396,508,629],"total":640});
