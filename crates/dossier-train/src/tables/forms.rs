//! The forms of made-up pages.

/// Forms of lines. A capital letter after `$` is filled in: `P` a person, `S` a surname, `I` an
/// initial and a surname, `C` a country, `T` a team, `Y` a city's team, `L` a city, `O` an
/// organisation, `N` a people, `D` a weekday, `M` a month and a day, `J` a year, `B` a party, `G` a part
/// of a state, `K` a company, `U` a university, `W` a newspaper, `F` a club, `Z` a region as a team,
/// `Q` initials, `H` a news agency, `0` a small number, `1` a large one, `A` a city in capitals. A form is followed by how many lines like it there are.
pub(super) const PAGES: [&[(&str, usize)]; 26] = [
    &[
        ("SOCCER - $T WIN IN $C .", 1),
        ("$A 1996-0$0-1$0", 1),
        ("$T $0 $T $0", 6),
        ("$Y $0 $Y $0 ( halftime $0-$0 )", 5),
    ],
    &[
        ("SOCCER - $N FIRST DIVISION RESULTS .", 1),
        ("$A 1996-1$0-2$0", 1),
        ("Results of $N first division soccer matches on $D :", 1),
        ("$T $0 $Y $0", 7),
        (
            "Standings ( tabulate under played , won , drawn , lost , goals for , against , points ) :",
            1,
        ),
        ("$T 1$0 $0 $0 $0 2$0 1$0 2$0", 9),
        ("$Y 1$0 $0 $0 $0 2$0 1$0 2$0", 5),
    ],
    &[
        ("TENNIS - $S AND $S REACH FINAL IN $L .", 1),
        ("$A , $M ( $H ) -", 1),
        ("$P ( $C ) beat $P ( $C ) 6-$0 6-$0", 7),
        ("$0 - $P ( $C ) beat $0 - $P ( $C ) 7-6 ( 7-$0 ) 6-$0", 4),
    ],
    &[
        ("ATHLETICS - LEADING RESULTS AT $L MEETING .", 1),
        ("$A 1996-08-1$0", 1),
        (
            "Leading results at an international meeting in $L on $D :",
            1,
        ),
        (
            "Women 's 100 metres : 1. $P ( $C ) 1$0.$1 seconds 2. $P ( $C ) 1$0.$1 3. $P ( $C ) 1$0.$1",
            3,
        ),
        ("$0. $P ( $C ) 4$0.$1", 8),
    ],
    &[
        ("BASEBALL - RESULTS FROM $D .", 1),
        ("NEW YORK 1996-08-2$0", 1),
        ("$Y $0 $Y $0", 5),
        ("$Y $0 AT $Y $0", 4),
        ("W L PCT GB", 1),
        ("$Y 7$0 5$0 .5$1 -", 10),
    ],
    &[
        ("NHL ICE HOCKEY - STANDINGS AFTER $D 'S GAMES .", 1),
        ("$Y 1$0 $0 $0 8$0 7$0 3$0", 9),
        ("$D , $M", 1),
        ("$Y AT $Y", 5),
    ],
    &[
        ("NBA BASKETBALL - $Y $1 , $Y $1", 1),
        (
            "$P scored 2$0 points and $S added 1$0 as the $Y $T beat the $T $1-$1 on $D .",
            3,
        ),
        ("$Y at $Y", 4),
    ],
    &[
        ("CRICKET - $C V $C SCOREBOARD .", 1),
        (
            "$A , $M ( $H ) - Close of play scores in the first test between $C and $C on $D :",
            1,
        ),
        ("$C first innings", 1),
        ("$I c $S b $S 4$0", 6),
        ("$I lbw b $S 1$0", 3),
        ("$I not out 2$0", 2),
        ("Fall of wickets : 1-2$0 2-4$0 3-9$0", 1),
        (
            "Bowling : $S 1$0-$0-4$0-$0 , $S 2$0-$0-5$0-$0 , $S 9-$0-2$0-0",
            2,
        ),
    ],
    &[
        ("GOLF - SCORES AT $L OPEN .", 1),
        ("$P ( $C ) $1 $1 $1", 5),
        ("2$1 $P $1 $1 $1 $1 , $P ( $C ) $1 $1 $1 $1", 4),
        ("( $C unless stated )", 1),
    ],
    &[
        ("CYCLING - $S WINS STAGE OF TOUR OF $C .", 1),
        ("$A 1996-09-0$0", 1),
        ("$0. $P ( $C ) $T same time", 3),
        ("$0. $P ( $C ) 4 hours 1$0 minutes", 5),
        ("1$0. $P ( $C ) $O", 4),
    ],
    &[
        ("$O Q3 NET PROFIT RISES .", 1),
        ("$A 1996-11-0$0", 1),
        (
            "$O said on $D it had agreed to sell its unit in $C to $O for $ $1 million .",
            2,
        ),
        ("Shr $1 cents vs $1 cents", 1),
        ("Net $1 vs $1", 1),
        ("-- $P , $L newsroom + 44 171 542 $1", 1),
    ],
    &[
        ("PRESS DIGEST - $C - $M .", 1),
        ("$A 1996-12-0$0", 1),
        (
            "These are the leading stories in the $N press on $D . $H has not verified these stories .",
            1,
        ),
        ("- $O plans to buy a stake in $O .", 2),
        ("- $S tells $C : no more talks .", 2),
    ],
    &[
        ("RTRS - $O SHARES FALL IN $L .", 1),
        (
            "$A $M - $O closed lower on the $L bourse on $D , dealers said .",
            1,
        ),
        ("\" It was quiet , \" said $P of $O in $L .", 2),
        ("$O $1 up $0", 4),
    ],
    &[
        ("RUGBY UNION - $T BEAT $T IN $C .", 1),
        ("$T - Tries : $P , $P ( $0 ) . Penalties : $S $0 .", 2),
        ("$C - $P ; $P , $P , $P ; $P ( captain ) , $P .", 2),
        ("Teams :", 1),
        ("$T : 1-$P 2-$P 3-$P 4-$S 5-$S", 2),
    ],
    &[
        (
            "$L ( $M ) Scorers : $S ( 1$0th minute ) , $S ( 4$0th , 7$0th ) . Attendance : 1$0,000",
            3,
        ),
        ("$C $0 $C $0 ( halftime 0-$0 )", 4),
        ("$C - $P ( 3$0 , 7$0 penalty )", 2),
        ("Group standings : $C 3 points , $C 1 , $C 0", 1),
    ],
    &[
        (
            "$L , $C ( $H ) - $P of $C won the 1$0 km on $D , ahead of $P and $N skier $P .",
            2,
        ),
        ("$0 $P , $C , $1 points", 6),
        ("Team : $C $1 , $C $1 , $C $1", 2),
    ],
    &[
        (
            "$P is a $N politician who has been a member of the $B since $J .",
            2,
        ),
        (
            "$S was elected to the $G in $J as a candidate of the $B ( $Q ) .",
            2,
        ),
        (
            "The $B ( $Q ) and the $B ( $Q ) formed a coalition after the election .",
            1,
        ),
        ("In $J , $S left the $B to join the $B , led by $P .", 2),
        (
            "He studied law at the $U and wrote for the $W before he entered the $G .",
            1,
        ),
        ("She read history at $U .", 1),
        ("$S was succeeded by $P , a former mayor of $L , $C .", 2),
    ],
    &[
        ("The $Q won $1 seats , the $B $1 and the $Q $1 .", 2),
        ("$P ( $B ) defeated $P ( $Q ) by $1 votes in $L .", 3),
        ("$B - $P - $1 votes", 4),
        ("$P ( $Q ) $1", 4),
        (
            "Turnout in $L was higher than in $C , $P of the $Q said .",
            1,
        ),
    ],
    &[
        (
            "$L , $C ( $O ) - Police in $L arrested $P , a leader of the $Q , on $D .",
            1,
        ),
        (
            "$P , a spokesman for the $G , told the $W that $S would be charged .",
            2,
        ),
        (
            "Residents of $L , a town near $L , said soldiers loyal to $S had left .",
            1,
        ),
        (
            "$N Foreign Minister $P met his $N counterpart $P in $L on $D .",
            2,
        ),
        ("The $Q said $1 people had fled $L .", 1),
        ("The $G in $L ruled against $P , the $W reported .", 2),
        ("$S , who heads the $Q , denied it .", 1),
    ],
    &[
        ("$K said on $D it would buy $K .", 2),
        (
            "$K , the $L - based company , named $P chief executive .",
            2,
        ),
        (
            "$P , an analyst at $K in $L , said the plan of $S would fail .",
            2,
        ),
        ("The $W reported on $D that $K had held talks with $K .", 1),
        ("$K , $K and $K led gainers in $L .", 2),
        ("$K shares fell after $P left the board .", 1),
    ],
    &[
        ("SOCCER - $F BEAT $F .", 1),
        ("$F beat $F $0-$0 on $D to go top of the $N league .", 2),
        ("$F striker $P scored twice against $Y .", 2),
        ("$Y of $C beat $F of $C in $L .", 2),
        ("$Y coach $P said $S was fit .", 1),
        ("$C captain $P and $S of $F were booked .", 1),
        ("$F $0 $F $0", 4),
        ("Leading scorers : $F - $P 2$0 , $P 1$0 . $Y - $P 2$0 .", 2),
    ],
    &[
        ("CRICKET - $Z CLOSE IN ON TITLE .", 1),
        ("$A 1996-0$0-0$0", 1),
        (
            "$Z moved closer to leaders $Z after beating $Z by nine wickets at $L on $D .",
            2,
        ),
        ("$Z 3$1 and 2$1-4 ( $I 8$0 not out ) , $Z 2$1 .", 3),
        ("At $L : $Z beat $Z by $1 runs .", 3),
        ("$P , the $C all-rounder , took five for $1 .", 2),
    ],
    &[
        ("$Z $0 $Y $0", 4),
        ("$Z AT $Y", 3),
        ("$Y AT $Z", 3),
        ("EASTERN DIVISION", 1),
        ("$Z 7$0 5$0 .5$1 -", 5),
        ("$Y starter $P beat the $T on $D .", 1),
        ("In $L , $P scored $1 points as $Z beat the $Y $T .", 2),
    ],
    &[
        ("$P ( $C ) finished second behind $P of $C .", 2),
        ("$P of $C won in $L , with $N $P third .", 2),
        ("$S , of $F , is the first $N to win in $L .", 1),
        ("$0. $P , $C , $K , 1:2$0:3$0", 5),
    ],
    &[
        ("$N rebels of the $Q freed $P in $L on $D .", 1),
        (
            "The $Q , which broke from the $Q in $J , has its base in $L .",
            2,
        ),
        ("$P , who led the $B , died in $L .", 1),
        ("$N President $P appointed $P to head the $G .", 2),
        ("The $B of $P rules with the $Q .", 1),
        ("$U professor $P wrote of $S in the $W .", 2),
    ],
    &[
        ("$K AGM APPROVES SALE OF $C UNIT .", 1),
        ("$A 1996-10-1$0", 1),
        ("$K , part of $K , will build a plant in $L , $C .", 2),
        ("$P , chairman of $K , met $N officials in $L on $D .", 2),
        ("-- $L newsroom , $P", 1),
    ],
];
