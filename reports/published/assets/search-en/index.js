search.take("index",0,{"terms":["02","cooperation","institutionnelle","relevant","丝绸","哈巴","欢迎","自由"],"entries":[0,149,219,301,399,512,635],"total":640});
